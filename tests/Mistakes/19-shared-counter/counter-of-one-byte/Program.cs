// mistake: wrong-output
// looks-right: yes
// The counter in the file is one byte wide: after 255 comes 0.
using System.Diagnostics;
using System.IO.MemoryMappedFiles;

return args is ["--worker", _, var n, var file, var name] ? Worker(int.Parse(n), file, name) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int workers, string n)
{
    var file = Path.GetTempFileName();
    try
    {
        File.WriteAllBytes(file, new byte[1]);
        var name = $"counter-{Guid.NewGuid():N}";
        using var mutex = new Mutex(false, name);
        using var map = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
        using var counter = map.CreateViewAccessor();

        var all = Enumerable.Range(1, workers).Select(i => Start($"w{i}", n, file, name)).ToList();
        all.ForEach(worker => worker.WaitForExit());

        Console.WriteLine($"total {counter.ReadByte(0)}"); // <-- mistake
        return all.All(worker => worker.ExitCode == 0) ? 0 : 1;
    }
    finally
    {
        File.Delete(file);
    }
}

static int Worker(int n, string file, string name)
{
    using var map = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
    using var counter = map.CreateViewAccessor();
    using var mutex = new Mutex(false, name);
    for (var i = 0; i < n; i++)
    {
        Take(mutex);
        var v = counter.ReadByte(0);
        Console.WriteLine($"read {v}");
        counter.Write(0, (byte)(v + 1));
        Console.WriteLine($"wrote {v + 1}");
        mutex.ReleaseMutex();
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
    }
}

static Process Start(string name, params string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);
