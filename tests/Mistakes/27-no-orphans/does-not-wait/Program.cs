// mistake: too-early
// looks-right: no
// Main starts its workers and ends, without waiting for the end of its input.
using System.Diagnostics;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}")).ToList();
    return workers.Count - n; // <-- mistake
}

static int RunWorker()
{
    Console.WriteLine("working");
    Console.OpenStandardInput().ReadByte();
    return 0;
}

static Process Start(string name) => Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true })!;
