// mistake: wrong-process-count
// looks-right: no
// The arguments are not looked at first, so a worker begins as main does: it starts a worker. (Here that stops after two generations.)
using System.Diagnostics;

Console.WriteLine($"main {Environment.ProcessId}");
var name = args[^1];
if (args.Length < 5)
{
    using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "hello", .. args]); // <-- mistake
    Console.WriteLine($"started {worker.Id}");
    worker.WaitForExit();
    Console.WriteLine("joined");
}

if (args is ["--worker", ..])
{
    Console.WriteLine($"hello {name}");
    Console.WriteLine($"worker {Environment.ProcessId}");
}
