using System.Diagnostics;
#region solution
using System.IO.MemoryMappedFiles;
#endregion

// Kata 19: a counter that all workers see, and a lock that makes "read, then write" one step.
return args is ["--worker", _, var n, .. var told] ? RunWorker(int.Parse(n), told) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int workers, string n)
{
    string[] told = [];

    // Your turn: make the counter and the lock, and say how the workers find them.
    #region solution
    // Both are made for this run. A mapped file has a path and no name here: names for maps exist on Windows only.
    var file = Path.GetTempFileName();
    File.WriteAllBytes(file, new byte[sizeof(int)]);
    using var map = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
    using var counter = map.CreateViewAccessor();
    var name = $"kata-19-{Guid.NewGuid():N}";
    using var mutex = new Mutex(initiallyOwned: false, name);
    told = [file, name];
    #endregion

    try
    {
        var all = Enumerable.Range(1, workers).Select(i => Start($"w{i}", n, told)).ToList();
        all.ForEach(worker => worker.WaitForExit());

        var total = 0;

        // Your turn: look into the counter.
        #region solution
        total = counter.ReadInt32(0);
        #endregion

        Console.WriteLine($"total {total}");
        return all.All(worker => worker.ExitCode == 0) ? 0 : 1;
    }
    finally
    {
        // Your turn: leave nothing behind.
        #region solution
        File.Delete(file);
        #endregion
    }
}

static int RunWorker(int n, string[] told)
{
    #region solution
    using var map = MemoryMappedFile.CreateFromFile(told[0], FileMode.Open);
    using var counter = map.CreateViewAccessor();
    using var mutex = new Mutex(initiallyOwned: false, told[1]);
    #endregion

    for (var i = 0; i < n; i++)
    {
        var v = 0;

        // Your turn: from here to the end of the round nobody else may touch the counter.
        #region solution
        Take(mutex);
        v = counter.ReadInt32(0);
        #endregion

        Console.WriteLine($"read {v}");

        // Your turn: write the new value.
        #region solution
        counter.Write(0, v + 1);
        #endregion

        Console.WriteLine($"wrote {v + 1}");

        #region solution
        mutex.ReleaseMutex();
        #endregion
    }

    return 0;
}

#region solution
static void Take(Mutex mutex)
{
    try
    {
        mutex.WaitOne();
    }
    catch (AbandonedMutexException)
    {
        // The holder died between its read and its write, or just after. An int is written in one piece,
        // so the counter is the old value or the new one, never half of each: we can go on from it.
    }
}
#endregion

static Process Start(string name, string n, string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, n, .. told]);
