// mistake: needless-wait
// looks-right: yes
// The worker reads its standard input to the end before it greets, and main closes it only after `started`.
using System.Diagnostics;

if (args is ["--worker", "hello", var greeted])
{
    Console.In.ReadToEnd(); // <-- mistake
    Console.WriteLine($"hello {greeted}");
    Console.WriteLine($"worker {Environment.ProcessId}");
    return;
}

Console.WriteLine($"main {Environment.ProcessId}");
using var worker = Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "hello", args[0]]) { RedirectStandardInput = true })!;
Console.WriteLine($"started {worker.Id}");
worker.StandardInput.Close();
worker.WaitForExit();
Console.WriteLine("joined");
