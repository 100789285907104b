// mistake: wrong-output
// looks-right: yes
// The exit code is not asked for: a good end is taken for granted.
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
    slow.WaitForExit();
}

Console.WriteLine("finished 0"); // <-- mistake
