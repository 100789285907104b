// mistake: crashed
// looks-right: no
// WaitOne(0) says whether it got the lock, and nobody listens. Who did not get it cannot release it either.
using System.Diagnostics;

return args is ["--worker", _, var name] ? Worker(name) : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    var name = $"lock-{Guid.NewGuid():N}";
    using var mutex = new Mutex(false, name);
    var workers = Enumerable.Range(1, n).Select(i => Start($"w{i}", name)).ToList();
    workers.ForEach(worker => worker.WaitForExit());
    return workers.All(worker => worker.ExitCode == 0) ? 0 : 1;
}

static int Worker(string name)
{
    using var mutex = new Mutex(false, name);
    try
    {
        mutex.WaitOne(0); // <-- mistake
    }
    catch (AbandonedMutexException)
    {
    }

    Console.WriteLine("enter");
    Console.WriteLine("leave");
    mutex.ReleaseMutex();
    return 0;
}

static Process Start(string name, params string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);
