// mistake: orphan
// looks-right: yes
// Nobody has thought of SIGINT: Ctrl-C ends main at once, and nobody stops the workers in order.
using System.Diagnostics;
using System.Runtime.InteropServices;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var asked = new TaskCompletionSource();
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop); // <-- mistake
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}")).ToList();

    asked.Task.Wait();
    Console.WriteLine("stopping");
    workers.ForEach(worker => worker.StandardInput.Close());
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
    Console.WriteLine("working");
    Console.OpenStandardInput().ReadByte();
    Console.WriteLine("cleaning up");
    return 0;
}

static Process Start(string name) => Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true })!;
