// mistake: polling
// looks-right: yes
// The event is a file, and the workers look again and again whether it is there.
using System.Diagnostics;

return args is ["--worker", _, var file] ? Worker(file) : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    try
    {
        var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}", file)).ToList();
        Console.WriteLine("set");
        File.WriteAllText(file, "");
        workers.Add(Start("late", file));
        workers.ForEach(worker => worker.WaitForExit());
        return 0;
    }
    finally
    {
        File.Delete(file);
    }
}

static int Worker(string file)
{
    Console.WriteLine("waiting");
    while (!File.Exists(file)) // <-- mistake
    {
        Thread.Sleep(10);
    }

    Console.WriteLine("running");
    return 0;
}

static Process Start(string name, params string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);
