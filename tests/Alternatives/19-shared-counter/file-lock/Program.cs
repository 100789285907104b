// Two files: one is mapped, and lies in /dev/shm, which is memory; the other one is locked, with flock.
using System.Diagnostics;
using System.IO.MemoryMappedFiles;

if (args is ["--worker", _, var rounds, var path, var lockPath])
{
    using var gate = new FileLock(lockPath);
    using var shared = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0);
    using var cell = shared.CreateViewAccessor();
    for (var i = 0; i < int.Parse(rounds); i++)
    {
        gate.Take();
        var v = cell.ReadInt64(0);
        Console.WriteLine($"read {v}");
        cell.Write(0, v + 1);
        Console.WriteLine($"wrote {v + 1}");
        gate.GiveBack();
    }

    return 0;
}

var memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
var file = Path.Combine(memory, $"counter-{Guid.NewGuid():N}");
var lockFile = Path.GetTempFileName();
try
{
    using var map = MemoryMappedFile.CreateFromFile(file, FileMode.CreateNew, null, sizeof(long));
    using var counter = map.CreateViewAccessor();
    var workers = new List<Process>();
    for (var i = 1; i <= int.Parse(args[0]); i++)
    {
        workers.Add(Process.Start(Environment.ProcessPath!, ["--worker", "w" + i, args[1], file, lockFile]));
    }

    await Task.WhenAll(workers.Select(worker => worker.WaitForExitAsync()));
    Console.WriteLine("total " + counter.ReadInt64(0));
    return workers.Exists(worker => worker.ExitCode != 0) ? 1 : 0;
}
finally
{
    File.Delete(file);
    File.Delete(lockFile);
}
