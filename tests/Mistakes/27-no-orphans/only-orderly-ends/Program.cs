// mistake: orphan
// looks-right: yes
// Main looks after its workers at the end of its input and on SIGTERM. Who is killed looks after nobody.
using System.Diagnostics;
using System.Runtime.InteropServices;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    List<Process> workers = [];
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => KillAll(workers)); // <-- mistake
    workers.AddRange(Enumerable.Range(1, n).Select(i => Start($"w{i}")));
    Console.OpenStandardInput().CopyTo(Stream.Null);
    KillAll(workers);
    return 0;
}

static void KillAll(List<Process> workers) => workers.ForEach(worker => worker.Kill());

static int RunWorker()
{
    Console.WriteLine("working");
    Thread.Sleep(Timeout.Infinite);
    return 0;
}

static Process Start(string name) => Process.Start(Environment.ProcessPath!, ["--worker", name]);
