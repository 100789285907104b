using System.Diagnostics;
using Grader.Launch.Linux;
using Grader.Launch.Settling;

namespace Grader.Launch;

/// <summary>
/// Looks at what a run takes while it goes on: processes, memory, processor time, files. It looks seldom, since a right program never takes much;
/// a wrong one may take a little more than the limit before it is stopped.
/// </summary>
internal sealed class Guard(Roster roster, ProcessTree tree, RunFolder folder, Limits limits)
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

    /// <summary>Private pages of everybody, and once the shared ones of who has most of them (the files of the runtime, shared memory).</summary>
    private void CheckMemory()
    {
        long own = 0, shared = 0;
        foreach (var player in roster.Living)
        {
            var memory = ProcessMemory.Read(player.Pid);
            own += memory.Own;
            shared = Math.Max(shared, memory.Shared);
        }

        if (own + shared > limits.MostMemoryBytes)
        {
            throw new LimitException("memory-limit", $"the processes of the run took more than {limits.MostMemoryBytes >> 20} MB of memory");
        }
    }

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
        long count = 0, bytes = 0;
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

                if (bytes > limits.FileBytes)
                {
                    throw new LimitException("file-limit", $"the run wrote more than {limits.FileBytes >> 20} MB to files");
                }
            }
        }
        catch (IOException)
        {
            // A file or folder went away while it was looked at. There is a next time.
        }
    }

    private static IEnumerable<FileSystemInfo> Everything(string folder) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });
}
