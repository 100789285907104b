// mistake: orphan
// looks-right: yes
// ProcessExit runs when main ends in an orderly way. A signal that nobody handles is no such way.
using System.Diagnostics;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}")).ToList();
    AppDomain.CurrentDomain.ProcessExit += (_, _) => workers.ForEach(worker => worker.Kill()); // <-- mistake
    Console.OpenStandardInput().CopyTo(Stream.Null);
    return 0;
}

static int RunWorker()
{
    Console.WriteLine("working");
    Thread.Sleep(Timeout.Infinite);
    return 0;
}

static Process Start(string name) => Process.Start(Environment.ProcessPath!, ["--worker", name]);
