// mistake: too-early
// looks-right: no
// Nobody waits for the worker.
using System.Diagnostics;

if (args is ["--worker", "hello", var greeted])
{
    Console.WriteLine($"hello {greeted}");
    Console.WriteLine($"worker {Environment.ProcessId}");
    return;
}

Console.WriteLine($"main {Environment.ProcessId}");
using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "hello", args[0]]);
Console.WriteLine($"started {worker.Id}");
Console.WriteLine("joined"); // <-- mistake
