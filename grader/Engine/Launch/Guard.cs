using System.Diagnostics;
using Grader.Launch.Linux;
using Grader.Launch.Settling;

namespace Grader.Launch;

/// <summary>
/// Looks at what a run takes while it goes on: processes, memory, processor time, files. It looks seldom, since a right program never takes much;
/// a wrong one may take a little more than the limit before it is stopped.
/// </summary>
/// <param name="processes">How many the scenario asks for.</param>
internal sealed class Guard(Roster roster, Computing computing, ProcessTree tree, RunFolder folder, Remains remains, Limits limits, int processes)
{
    // In milliseconds.
    private const int LooksAtProcesses = 50;
    private const int LooksAtFiles = 250;

    private readonly Stopwatch sinceProcesses = Stopwatch.StartNew();
    private readonly Stopwatch sinceFiles = Stopwatch.StartNew();
    private readonly CountedTime counted = new();

    /// <exception cref="LimitException">A limit was hit.</exception>
    public void Look()
    {
        if (sinceProcesses.ElapsedMilliseconds >= LooksAtProcesses)
        {
            // Where somebody always runs nothing ever settles, and nobody else would look for new processes.
            _ = tree.FindsNew();
            CheckThreads();
            CheckCpu(CheckMemory());
            sinceProcesses.Restart();
        }

        if (sinceFiles.ElapsedMilliseconds >= LooksAtFiles)
        {
            CheckFiles();
            sinceFiles.Restart();
        }
    }

    /// <summary>The run takes so little memory that others may be played beside it while it is idle.</summary>
    public bool IsModest()
    {
        const int share = 4;
        return roster.Living.Select(player => ProcessMemory.Read(player.Pid)).Sum(memory => memory.Own + memory.Shared) <= limits.MostMemoryBytes / share;
    }

    private void CheckThreads()
    {
        if (roster.Living.Sum(player => ProcessStatus.Read(player.Pid)?.Threads ?? 0) > limits.MostThreads)
        {
            throw new LimitException("process-limit", $"more than {limits.MostThreads} threads at the same time");
        }
    }

    /// <summary>
    /// The pages of everybody; the shared ones of everybody, or where that is more, memory that need not be a page of anybody: files without a name, segments of
    /// System V; and once the files of who has most of them: the runtime is the same for all.
    /// </summary>
    /// <returns>In bytes.</returns>
    private long CheckMemory()
    {
        var taken = roster.Living.Select(player => ProcessMemory.Read(player.Pid)).ToList();
        var shared = Math.Max(taken.Sum(memory => memory.Shared), BytesWithoutName(inMemory: true) + remains.BytesInSegments());
        var all = taken.Sum(memory => memory.Own) + shared + taken.Select(memory => memory.Files).DefaultIfEmpty().Max();
        return all <= limits.MostMemoryBytes
            ? all
            : throw new LimitException("memory-limit", $"the processes of the run took more than {limits.MostMemoryBytes >> 20} MB of memory");
    }

    private long BytesWithoutName(bool inMemory) => roster.Living
        .SelectMany(player => NamelessFile.OpenIn(player.Pid))
        .Where(file => file.IsMemory == inMemory)
        .DistinctBy(file => (file.Device, file.Inode))
        .Sum(file => file.Bytes);

    private void CheckCpu(long memory)
    {
        if (counted.Add(computing.Seconds(), memory) > limits.MostCpuSeconds(processes))
        {
            // Who starts one process after the other may meet this limit first, when the grader is slow to see them.
            if (roster.Players.Count > limits.MostProcesses / 2)
            {
                throw new LimitException("process-limit", $"more than {limits.MostProcesses / 2} processes, one after the other, and no end of it");
            }

            throw new LimitException("time-limit", $"the processes of the run computed for more than {limits.MostCpuSeconds(processes)} s");
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

        // What is written over or deleted again has been written, too.
        var traffic = roster.Living.Select(player => ProcessTraffic.Of(player.Pid)).ToList();
        if (Math.Max(bytes, traffic.Sum(written => written.Stored)) > limits.FileBytes)
        {
            throw new LimitException("file-limit", $"the run wrote more than {limits.FileBytes >> 20} MB to files");
        }

        if (traffic.Sum(written => written.Written) > limits.MostWrittenBytes)
        {
            throw new LimitException("file-limit", $"the run wrote more than {limits.MostWrittenBytes >> 20} MB in all, to files, pipes and sockets");
        }
    }

    private static IEnumerable<FileSystemInfo> Everything(string folder) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });
}
