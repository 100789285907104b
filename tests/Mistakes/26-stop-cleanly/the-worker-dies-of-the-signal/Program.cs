// mistake: wrong-exit-code
// looks-right: yes
// The worker cleans up in its handler and then lets the signal do its work: it does not return 0 but dies with 143.
using System.Diagnostics;
using System.Runtime.InteropServices;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var asked = new TaskCompletionSource();
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}")).ToList();

    asked.Task.Wait();
    Console.WriteLine("stopping");
    workers.ForEach(worker => kill(worker.Id, 15));
    workers.ForEach(worker => worker.WaitForExit());
    Console.WriteLine("stopped");
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        asked.TrySetResult();
    }
}

static int RunWorker()
{
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Console.WriteLine("cleaning up")); // <-- mistake
    Console.WriteLine("working");
    Thread.Sleep(Timeout.Infinite);
    return 0;
}

static Process Start(string name) => Process.Start(Environment.ProcessPath!, ["--worker", name]);

[DllImport("libc")]
static extern int kill(int pid, int signal);
