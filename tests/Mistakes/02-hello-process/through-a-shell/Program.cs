// mistake: wrong-parent
// looks-right: no
// A shell starts the worker: the worker's parent is the shell, and `started` names the shell.
using System.Diagnostics;

if (args is ["--worker", "hello", var greeted])
{
    Console.WriteLine($"hello {greeted}");
    Console.WriteLine($"worker {Environment.ProcessId}");
    return;
}

Console.WriteLine($"main {Environment.ProcessId}");
using var shell = Process.Start("/bin/sh", ["-c", $"'{Environment.ProcessPath}' --worker hello {args[0]}; exit $?"]); // <-- mistake
Console.WriteLine($"started {shell.Id}");
shell.WaitForExit();
Console.WriteLine("joined");
