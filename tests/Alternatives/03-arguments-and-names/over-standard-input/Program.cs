using System.Diagnostics;
using System.Text.Json;

// What follows the name is the program's own business: here nothing does, and the arguments come through standard input.
if (args is ["--worker", var me])
{
    var received = JsonSerializer.Deserialize<string[]>(Console.In.ReadToEnd())!;
    Console.WriteLine($"{me} got {received.Length} arguments");
    foreach (var (i, argument) in received.Index())
    {
        Console.WriteLine($"{me} {i} [{argument}]");
    }

    return;
}

var name = args[0] is "-" ? "Process-1" : args[0];
using var worker = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true })!;
worker.StandardInput.Write(JsonSerializer.Serialize(args[1..]));
worker.StandardInput.Close();
worker.WaitForExit();
