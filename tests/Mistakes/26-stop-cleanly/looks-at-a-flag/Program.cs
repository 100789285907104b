// mistake: polling
// looks-right: yes
// Main looks twenty times a second whether somebody has asked it to stop.
using System.Diagnostics;
using System.Runtime.InteropServices;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    bool asked = false;
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}")).ToList();

    while (!Volatile.Read(ref asked))
    {
        Thread.Sleep(50); // <-- mistake
    }

    Console.WriteLine("stopping");
    workers.ForEach(worker => worker.StandardInput.Close());
    workers.ForEach(worker => worker.WaitForExit());
    Console.WriteLine("stopped");
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        Volatile.Write(ref asked, true);
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
