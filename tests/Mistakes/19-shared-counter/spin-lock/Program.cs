// mistake: polling
// looks-right: yes
// A lock made of a second number in the shared memory: who does not get it asks for it again and again.
using System.Diagnostics;
using System.IO.MemoryMappedFiles;

return args is ["--worker", _, var n, var file] ? Worker(int.Parse(n), file) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int workers, string n)
{
    var file = Path.GetTempFileName();
    try
    {
        File.WriteAllBytes(file, new byte[2 * sizeof(int)]);
        using var map = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
        using var counter = map.CreateViewAccessor();

        var all = Enumerable.Range(1, workers).Select(i => Start($"w{i}", n, file)).ToList();
        all.ForEach(worker => worker.WaitForExit());

        Console.WriteLine($"total {counter.ReadInt32(0)}");
        return all.All(worker => worker.ExitCode == 0) ? 0 : 1;
    }
    finally
    {
        File.Delete(file);
    }
}

static unsafe int Worker(int n, string file)
{
    using var map = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
    using var counter = map.CreateViewAccessor();
    byte* page = null;
    counter.SafeMemoryMappedViewHandle.AcquirePointer(ref page);
    var taken = (int*)page + 1;
    for (var i = 0; i < n; i++)
    {
        while (Interlocked.CompareExchange(ref *taken, 1, 0) != 0) // <-- mistake
        {
            Thread.Yield();
        }

        var v = counter.ReadInt32(0);
        Console.WriteLine($"read {v}");
        counter.Write(0, v + 1);
        Console.WriteLine($"wrote {v + 1}");
        Volatile.Write(ref *taken, 0);
    }

    return 0;
}

static Process Start(string name, params string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);
