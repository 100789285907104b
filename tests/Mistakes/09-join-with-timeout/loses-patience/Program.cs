// mistake: timed-wait
// looks-right: yes
// The second wait has a limit too; and who is not over by then is killed, instead of waited for.
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
    if (!slow.WaitForExit(1000)) // <-- mistake
    {
        slow.Kill();
        slow.WaitForExit();
    }
}

Console.WriteLine($"finished {slow.ExitCode}");
