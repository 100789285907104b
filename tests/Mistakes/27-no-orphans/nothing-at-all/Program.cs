// mistake: orphan
// looks-right: no
// The workers wait for ever, and for ever is what it becomes: in .NET nobody ends them when main ends.
using System.Diagnostics;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    for (int i = 1; i <= n; i++)
    {
        Start($"w{i}");
    }

    Console.OpenStandardInput().CopyTo(Stream.Null);
    return 0;
}

static int RunWorker()
{
    Console.WriteLine("working");
    Thread.Sleep(Timeout.Infinite); // <-- mistake
    return 0;
}

static Process Start(string name) => Process.Start(Environment.ProcessPath!, ["--worker", name]);
