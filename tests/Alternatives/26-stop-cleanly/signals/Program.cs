using System.Diagnostics;
using System.Runtime.InteropServices;

// Main passes the signal on, to one worker after the other; each has its own handler.
if (args is ["--worker", ..])
{
    using var asked = new ManualResetEventSlim();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
    {
        signal.Cancel = true;
        asked.Set();
    });
    Console.WriteLine("working");
    asked.Wait();
    Console.WriteLine("cleaning up");
    return 0;
}

var gate = new SemaphoreSlim(0);
Action<PosixSignalContext> stop = signal =>
{
    signal.Cancel = true;
    gate.Release();
};
using var first = PosixSignalRegistration.Create(PosixSignal.SIGTERM, stop);
using var second = PosixSignalRegistration.Create(PosixSignal.SIGINT, stop);
var workers = Enumerable.Range(1, int.Parse(args[0])).Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}"])).ToList();
gate.Wait();
Console.WriteLine("stopping");
foreach (var worker in workers)
{
    kill(worker.Id, 15);
    worker.WaitForExit();
}

Console.WriteLine("stopped");
return 0;

[DllImport("libc")]
static extern int kill(int pid, int signal);
