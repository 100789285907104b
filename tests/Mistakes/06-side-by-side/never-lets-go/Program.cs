// mistake: deadlock
// looks-right: no
// The workers wait for the end of their standard input, a starting shot. Main joins them before it fires.
using System.Diagnostics;

if (args is ["--worker", var role, var given])
{
    Console.In.ReadToEnd();
    var number = long.Parse(given);
    Console.WriteLine(role == "square" ? $"{number * number}" : $"{number * number * number}");
    Console.WriteLine($"{(role == "square" ? "First" : "Second")} processor is done");
    return;
}

using var square = Start("square", args[0]);
using var cube = Start("cube", args[0]);
square.WaitForExit(); // <-- mistake
cube.WaitForExit();
square.StandardInput.Close();
cube.StandardInput.Close();
Console.WriteLine("Done!");

static Process Start(string worker, string number) =>
    Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", worker, number]) { RedirectStandardInput = true })!;
