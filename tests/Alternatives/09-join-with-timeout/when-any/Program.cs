using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("working");
    return;
}

// Whoever comes first, the worker's end or the alarm clock; which then is switched off.
var milliseconds = Math.Max(0, int.Parse(args[0]));
using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "slow"]);
using var clock = new CancellationTokenSource();
var end = worker.WaitForExitAsync();
if (await Task.WhenAny(end, Task.Delay(milliseconds, clock.Token)) != end)
{
    Console.WriteLine("still running");
}

clock.Cancel();
await end;
Console.WriteLine($"finished {worker.ExitCode}");
