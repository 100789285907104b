// mistake: timed-wait
// looks-right: yes
// The second wait has a limit too, a generous one.
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
    slow.WaitForExit(5000); // <-- mistake
}

Console.WriteLine($"finished {slow.ExitCode}");
