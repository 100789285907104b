// mistake: polling
// looks-right: yes
// Looks every few milliseconds whether the worker is over or the time is.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("working");
    return;
}

var milliseconds = int.Parse(args[0]);
using var slow = Process.Start(Environment.ProcessPath!, ["--worker", "slow"]);
var watch = Stopwatch.StartNew();
while (!slow.HasExited && watch.ElapsedMilliseconds < milliseconds)
{
    Thread.Sleep(5);
}

if (!slow.HasExited)
{
    Console.WriteLine("still running");
}

while (!slow.HasExited)
{
    Thread.Sleep(5); // <-- mistake
}

Console.WriteLine($"finished {slow.ExitCode}");
