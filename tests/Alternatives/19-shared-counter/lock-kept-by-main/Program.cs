// The memory is shared, the lock is not: main hands it out, and takes it back from the dead.
using System.IO.MemoryMappedFiles;
using Katas.Toolkit;

return args is ["--worker", _, var n, var file] ? Count(int.Parse(n), file) : Lead(int.Parse(args[0]), args[1]);

static int Lead(int workers, string n)
{
    var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.DeleteOnClose);
    stream.SetLength(sizeof(int));
    using var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
    using var counter = map.CreateViewAccessor();

    var turn = new Turn();
    using var host = new Host((worker, request) => request == "take" ? turn.Take(worker) : turn.GiveBack(worker), worker => turn.GiveBack(worker));
    for (var i = 1; i <= workers; i++)
    {
        host.Start($"w{i}", n, file);
    }

    var well = host.Join();
    Console.WriteLine($"total {counter.ReadInt32(0)}");
    return well ? 0 : 1;
}

static int Count(int n, string file)
{
    using var main = Connection.ToMain();
    using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
    using var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
    using var counter = map.CreateViewAccessor();
    for (; n > 0; n--)
    {
        main.Ask("take");
        var v = counter.ReadInt32(0);
        Console.WriteLine($"read {v}");
        counter.Write(0, ++v);
        Console.WriteLine($"wrote {v}");
        main.Ask("give back");
    }

    return 0;
}
