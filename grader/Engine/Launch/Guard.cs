using System.Diagnostics;
using Grader.Launch.Linux;
using Grader.Launch.Settling;

namespace Grader.Launch;

/// <summary>
/// Looks at what a run takes while it goes on: processes, memory, processor time, files. It looks seldom, since a right program never takes much;
/// a wrong one may take a little more than the limit before it is stopped.
/// </summary>
internal sealed class Guard(Roster roster, ProcessTree tree, RunFolder folder, Remains remains, Limits limits)
{
    // In milliseconds.
    private const int LooksAtProcesses = 50;
    private const int LooksAtFiles = 250;
    private const int ClockTicksPerSecond = 100;

    private readonly Stopwatch sinceProcesses = Stopwatch.StartNew();
    private readonly Stopwatch sinceFiles = Stopwatch.StartNew();
    private readonly Dictionary<Player, long> ticks = [];

    /// <exception cref="LimitException">A limit was hit.</exception>
    public void Look()
    {
        if (sinceProcesses.ElapsedMilliseconds >= LooksAtProcesses)
        {
            // Where somebody always runs nothing ever settles, and nobody else would look for new processes.
            _ = tree.FindsNew();
            CheckMemory();
            CheckCpu();
            sinceProcesses.Restart();
        }

        if (sinceFiles.ElapsedMilliseconds >= LooksAtFiles)
        {
            CheckFiles();
            sinceFiles.Restart();
        }
    }

    /// <summary>
    /// The pages of everybody; the shared ones of everybody, or where that is more, memory that need not be a page of anybody: files without a name, segments of
    /// System V; and once the files of who has most of them: the runtime is the same for all.
    /// </summary>
    private void CheckMemory()
    {
        var taken = roster.Living.Select(player => ProcessMemory.Read(player.Pid)).ToList();
        var shared = Math.Max(taken.Sum(memory => memory.Shared), BytesWithoutName(inMemory: true) + remains.BytesInSegments());
        if (taken.Sum(memory => memory.Own) + shared + taken.Select(memory => memory.Files).DefaultIfEmpty().Max() > limits.MostMemoryBytes)
        {
            throw new LimitException("memory-limit", $"the processes of the run took more than {limits.MostMemoryBytes >> 20} MB of memory");
        }
    }

    private long BytesWithoutName(bool inMemory) => roster.Living
        .SelectMany(player => NamelessFile.OpenIn(player.Pid))
        .Where(file => file.IsMemory == inMemory)
        .DistinctBy(file => (file.Device, file.Inode))
        .Sum(file => file.Bytes);

    private void CheckCpu()
    {
        foreach (var player in roster.Living)
        {
            if (ProcessStatus.Read(player.Pid) is { } status)
            {
                ticks[player] = status.CpuTicks;
            }
        }

        if (ticks.Values.Sum() > (long)limits.CpuSeconds * ClockTicksPerSecond)
        {
            throw new LimitException("time-limit", $"the processes of the run computed for more than {limits.CpuSeconds} s");
        }
    }

    /// <summary>What the run has written so far. Called once more at its end.</summary>
    /// <exception cref="LimitException">A limit was hit.</exception>
    public void CheckFiles()
    {
        var (count, bytes) = (0L, BytesWithoutName(inMemory: false));
        try
        {
            foreach (var file in folder.Written.SelectMany(Everything))
            {
                count++;
                bytes += file is FileInfo { LinkTarget: null } plain ? plain.Length : 0;
                if (count > limits.Files)
                {
                    throw new LimitException("file-limit", $"the run made more than {limits.Files} files");
                }
            }
        }
        catch (IOException)
        {
            // A file or folder went away while it was looked at. There is a next time.
        }

        if (bytes > limits.FileBytes)
        {
            throw new LimitException("file-limit", $"the run wrote more than {limits.FileBytes >> 20} MB to files");
        }
    }

    private static IEnumerable<FileSystemInfo> Everything(string folder) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });
}
