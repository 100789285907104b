// mistake: wrong-exit-code
// looks-right: yes
// SIGTERM is taken for the end of the input: main returns 0, and the shell believes that all is well.
using System.Diagnostics;
using System.Runtime.InteropServices;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var end = new TaskCompletionSource();
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
    {
        signal.Cancel = true; // <-- mistake
        end.TrySetResult();
    });
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}")).ToList();
    _ = Task.Run(() =>
    {
        Console.OpenStandardInput().CopyTo(Stream.Null);
        end.TrySetResult();
    });
    end.Task.Wait();
    GC.KeepAlive(workers);
    return 0;
}

static int RunWorker()
{
    Console.WriteLine("working");
    Console.OpenStandardInput().ReadByte();
    return 0;
}

static Process Start(string name) => Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true })!;
