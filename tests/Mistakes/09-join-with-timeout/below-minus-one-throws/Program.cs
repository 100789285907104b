// mistake: crashed
// looks-right: yes
// A time-out below -1 is an error in .NET.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("working");
    return;
}

var milliseconds = int.Parse(args[0]);
using var slow = Process.Start(Environment.ProcessPath!, ["--worker", "slow"]);
var over = milliseconds == -1 ? slow.HasExited : slow.WaitForExit(milliseconds); // <-- mistake
if (!over)
{
    Console.WriteLine("still running");
    slow.WaitForExit();
}

Console.WriteLine($"finished {slow.ExitCode}");
