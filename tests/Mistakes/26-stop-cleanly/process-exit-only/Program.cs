// mistake: orphan
// looks-right: no
// Since .NET 10 nobody runs ProcessExit on a signal: main is gone at once, and the workers are never told.
using System.Diagnostics;
using System.Runtime.InteropServices;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}")).ToList();
    AppDomain.CurrentDomain.ProcessExit += (_, _) => // <-- mistake
    {
        Console.WriteLine("stopping");
        workers.ForEach(worker => kill(worker.Id, 15));
        workers.ForEach(worker => worker.WaitForExit());
        Console.WriteLine("stopped");
    };
    Thread.Sleep(Timeout.Infinite);
    return 0;
}

static int RunWorker()
{
    var asked = new TaskCompletionSource();
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
    {
        signal.Cancel = true;
        asked.TrySetResult();
    });
    Console.WriteLine("working");
    asked.Task.Wait();
    Console.WriteLine("cleaning up");
    return 0;
}

static Process Start(string name) => Process.Start(Environment.ProcessPath!, ["--worker", name]);

[DllImport("libc")]
static extern int kill(int pid, int signal);
