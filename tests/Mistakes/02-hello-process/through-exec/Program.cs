// mistake: wrong-parent
// looks-right: yes
// The shell makes place for the worker (exec), so the process id is right. But a shell it was that started the program.
using System.Diagnostics;

if (args is ["--worker", "hello", var greeted])
{
    Console.WriteLine($"hello {greeted}");
    Console.WriteLine($"worker {Environment.ProcessId}");
    return;
}

Console.WriteLine($"main {Environment.ProcessId}");
using var worker = Process.Start("/bin/sh", ["-c", $"exec '{Environment.ProcessPath}' --worker hello {args[0]}"]); // <-- mistake
Console.WriteLine($"started {worker.Id}");
worker.WaitForExit();
Console.WriteLine("joined");
