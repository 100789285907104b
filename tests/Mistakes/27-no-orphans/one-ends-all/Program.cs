// mistake: too-early
// looks-right: yes
// Main goes when the first of its workers goes, and takes the others with it.
using System.Diagnostics;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}")).ToList();
    var input = Task.Run(() => Console.OpenStandardInput().CopyTo(Stream.Null));
    Task.WaitAny([input, .. workers.Select(worker => worker.WaitForExitAsync())]); // <-- mistake
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
