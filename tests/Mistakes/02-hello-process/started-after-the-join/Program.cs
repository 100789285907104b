// mistake: needless-wait
// looks-right: yes
// The line `started` comes after the join: it waits for the worker's whole life.
using System.Diagnostics;

if (args is ["--worker", "hello", var greeted])
{
    Console.WriteLine($"hello {greeted}");
    Console.WriteLine($"worker {Environment.ProcessId}");
    return;
}

Console.WriteLine($"main {Environment.ProcessId}");
using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "hello", args[0]]);
worker.WaitForExit(); // <-- mistake
Console.WriteLine($"started {worker.Id}");
Console.WriteLine("joined");
