using System.Diagnostics;
using System.Runtime.InteropServices;

// Kata 26: somebody asks main to stop, and the whole family leaves in good order.
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    // Your turn: be ready for the signal before the first worker exists, wait for it, then stop: print, tell, join, print.
    #region solution
    // The first signal sets the result; every further one changes nothing.
    var asked = new TaskCompletionSource();
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}")).ToList();

    asked.Task.Wait();
    Console.WriteLine("stopping");
    workers.ForEach(worker => worker.StandardInput.Close());
    workers.ForEach(worker => worker.WaitForExit());
    Console.WriteLine("stopped");

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true; // otherwise the process dies as soon as this handler returns
        asked.TrySetResult();
    }
    #endregion

    return 0;
}

static int RunWorker()
{
    // Your turn: work until main says that it is over, then clean up.
    #region solution
    // Ctrl-C in a terminal reaches the workers too. They leave it to main to decide what it means.
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);

    Console.WriteLine("working");
    Console.OpenStandardInput().ReadByte(); // nothing ever comes but the end
    Console.WriteLine("cleaning up");
    #endregion

    return 0;
}

#region solution
// The worker's standard input is a pipe whose other end only main holds: closing it is the message "stop".
// It even arrives when main is killed, because the system closes what a dead process had open.
static Process Start(string name) => Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true })!;
#endregion
