// mistake: timed-wait
// looks-right: yes
// Sleeps the whole time, and only then looks: a worker that ends early does not end the wait.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("working");
    return;
}

var milliseconds = int.Parse(args[0]);
using var slow = Process.Start(Environment.ProcessPath!, ["--worker", "slow"]);
Thread.Sleep(Math.Max(0, milliseconds)); // <-- mistake
if (!slow.HasExited)
{
    Console.WriteLine("still running");
}

slow.WaitForExit();
Console.WriteLine($"finished {slow.ExitCode}");
