// mistake: polling
// looks-right: yes
// A lock file that nobody can wait for: the worker tries again and again until it gets it.
using System.Diagnostics;

return args is ["--worker", _, var file] ? Worker(file) : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var file = Path.GetTempFileName();
    try
    {
        var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}", file)).ToList();
        workers.ForEach(worker => worker.WaitForExit());
        return workers.All(worker => worker.ExitCode == 0) ? 0 : 1;
    }
    finally
    {
        File.Delete(file);
    }
}

static int Worker(string file)
{
    using var mine = Open(file);
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    return 0;
}

static FileStream Open(string file)
{
    while (true)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) // <-- mistake
        {
            Thread.Sleep(10);
        }
    }
}

static Process Start(string name, params string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);
