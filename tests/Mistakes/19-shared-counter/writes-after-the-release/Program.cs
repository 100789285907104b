// mistake: wrong-output
// looks-right: yes
// The value is written when the lock has been given up already: mostly soon enough.
using System.Diagnostics;
using System.IO.MemoryMappedFiles;

return args is ["--worker", _, var n, .. var told] ? RunWorker(int.Parse(n), told) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int workers, string n)
{
    string[] told = [];

    // Both are made for this run. A mapped file has a path and no name here: names for maps exist on Windows only.
    var file = Path.GetTempFileName();
    File.WriteAllBytes(file, new byte[sizeof(int)]);
    using var map = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
    using var counter = map.CreateViewAccessor();
    var name = $"kata-19-{Guid.NewGuid():N}";
    using var mutex = new Mutex(initiallyOwned: false, name);
    told = [file, name];

    try
    {
        var all = Enumerable.Range(1, workers).Select(i => Start($"w{i}", n, told)).ToList();
        all.ForEach(worker => worker.WaitForExit());

        var total = 0;

        total = counter.ReadInt32(0);

        Console.WriteLine($"total {total}");
        return all.All(worker => worker.ExitCode == 0) ? 0 : 1;
    }
    finally
    {
        File.Delete(file);
    }
}

static int RunWorker(int n, string[] told)
{
    using var map = MemoryMappedFile.CreateFromFile(told[0], FileMode.Open);
    using var counter = map.CreateViewAccessor();
    using var mutex = new Mutex(initiallyOwned: false, told[1]);

    for (var i = 0; i < n; i++)
    {
        var v = 0;

        Take(mutex);
        v = counter.ReadInt32(0);

        Console.WriteLine($"read {v}");

        Console.WriteLine($"wrote {v + 1}");

        mutex.ReleaseMutex();
        counter.Write(0, v + 1); // <-- mistake
    }

    return 0;
}

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

static Process Start(string name, string n, string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, n, .. told]);
