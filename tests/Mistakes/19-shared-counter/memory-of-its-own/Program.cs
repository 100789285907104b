// mistake: wrong-output
// looks-right: no
// A static field, guarded by a lock that all share: but each process has a field of its own.
using System.Diagnostics;

return args is ["--worker", _, var n, var name] ? Counter.Worker(int.Parse(n), name) : Counter.RunMain(int.Parse(args[0]), args[1]);

static class Counter
{
    private static int value; // <-- mistake

    public static int RunMain(int workers, string n)
    {
        var name = $"counter-{Guid.NewGuid():N}";
        using var mutex = new Mutex(false, name);
        var all = Enumerable.Range(1, workers).Select(i => Start($"w{i}", n, name)).ToList();
        all.ForEach(worker => worker.WaitForExit());
        Console.WriteLine($"total {value}");
        return all.All(worker => worker.ExitCode == 0) ? 0 : 1;
    }

    public static int Worker(int n, string name)
    {
        using var mutex = new Mutex(false, name);
        for (var i = 0; i < n; i++)
        {
            Take(mutex);
            Console.WriteLine($"read {value}");
            value++;
            Console.WriteLine($"wrote {value}");
            mutex.ReleaseMutex();
        }

        return 0;
    }

    private static void Take(Mutex mutex)
    {
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
        }
    }

    private static Process Start(string name, params string[] told) =>
        Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);
}
