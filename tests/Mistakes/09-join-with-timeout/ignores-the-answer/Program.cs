// mistake: crashed
// looks-right: no
// The wait's answer is thrown away: when only the time is over, there is no exit code yet.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("working");
    return;
}

var milliseconds = int.Parse(args[0]);
using var slow = Process.Start(Environment.ProcessPath!, ["--worker", "slow"]);
slow.WaitForExit(Math.Max(0, milliseconds));
Console.WriteLine($"finished {slow.ExitCode}"); // <-- mistake
