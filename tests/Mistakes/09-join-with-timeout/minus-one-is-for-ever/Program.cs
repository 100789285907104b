// mistake: wrong-output
// looks-right: yes
// To .NET a time-out of -1 means for ever, not at once.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("working");
    return;
}

var milliseconds = int.Parse(args[0]);
using var slow = Process.Start(Environment.ProcessPath!, ["--worker", "slow"]);
if (!slow.WaitForExit(Math.Max(-1, milliseconds))) // <-- mistake
{
    Console.WriteLine("still running");
    slow.WaitForExit();
}

Console.WriteLine($"finished {slow.ExitCode}");
