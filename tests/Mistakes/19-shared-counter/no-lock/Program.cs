// mistake: too-early
// looks-right: no
// The counter is shared, but nothing makes one step of its reading and its writing.
using System.Diagnostics;
using System.IO.MemoryMappedFiles;

return args is ["--worker", _, var n, var file, var name] ? Worker(int.Parse(n), file, name) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int workers, string n)
{
    var file = Path.GetTempFileName();
    try
    {
        File.WriteAllBytes(file, new byte[sizeof(int)]);
        var name = $"counter-{Guid.NewGuid():N}";
        using var mutex = new Mutex(false, name);
        using var map = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
        using var counter = map.CreateViewAccessor();

        var all = Enumerable.Range(1, workers).Select(i => Start($"w{i}", n, file, name)).ToList();
        all.ForEach(worker => worker.WaitForExit());

        Console.WriteLine($"total {counter.ReadInt32(0)}");
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
    for (var i = 0; i < n; i++)
    {
        var v = counter.ReadInt32(0); // <-- mistake
        Console.WriteLine($"read {v}");
        counter.Write(0, v + 1);
        Console.WriteLine($"wrote {v + 1}");
    }

    return 0;
}

static Process Start(string name, params string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);
