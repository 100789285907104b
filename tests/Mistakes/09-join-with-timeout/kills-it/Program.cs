// mistake: too-early
// looks-right: no
// When the time is over the worker is killed, instead of waited for.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("working");
    return;
}

var milliseconds = int.Parse(args[0]);
using var slow = Process.Start(Environment.ProcessPath!, ["--worker", "slow"]);
if (!slow.WaitForExit(Math.Max(0, milliseconds)))
{
    Console.WriteLine("still running");
    slow.Kill(); // <-- mistake
    slow.WaitForExit();
}

Console.WriteLine($"finished {slow.ExitCode}");
