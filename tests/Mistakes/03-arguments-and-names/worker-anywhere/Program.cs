// mistake: not-a-process
// looks-right: yes
// Any --worker among the arguments makes a worker: main takes its own data for its orders.
using System.Diagnostics;

if (args.Contains("--worker")) // <-- mistake
{
    Show(args[0] == "--worker" ? args[1] : args[0], args[0] == "--worker" ? args[2..] : args[1..]);
    return;
}

var name = args[0] == "-" ? "Process-1" : args[0];
using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, .. args[1..]]);
worker.WaitForExit();

static void Show(string name, string[] received)
{
    Console.WriteLine($"{name} got {received.Length} arguments");
    for (var i = 0; i < received.Length; i++)
    {
        Console.WriteLine($"{name} {i} [{received[i]}]");
    }
}
