// mistake: wrong-output
// looks-right: no
// The worker is handed main's process id, and calls it its own.
using System.Diagnostics;

if (args is ["--worker", "hello", var greeted, var pid])
{
    Console.WriteLine($"hello {greeted}");
    Console.WriteLine($"worker {pid}"); // <-- mistake
    return;
}

Console.WriteLine($"main {Environment.ProcessId}");
using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "hello", args[0], $"{Environment.ProcessId}"]);
Console.WriteLine($"started {worker.Id}");
worker.WaitForExit();
Console.WriteLine("joined");
