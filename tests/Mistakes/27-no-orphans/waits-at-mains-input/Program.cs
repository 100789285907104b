// mistake: orphan
// looks-right: yes
// The workers inherit main's own standard input and wait for its end, too. That is not the end of main.
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
    Console.OpenStandardInput().CopyTo(Stream.Null); // <-- mistake
    return 0;
}

static Process Start(string name) => Process.Start(Environment.ProcessPath!, ["--worker", name]);
