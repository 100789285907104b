namespace Grader.Launch;

/// <summary>The guard rails of one run. A correct program never meets one.</summary>
public sealed record Limits
{
    public static readonly Limits Default = new();

    /// <summary>
    /// In milliseconds: twice what a worker may pretend to work, in one piece or in many. Who waits by time for longer does not work, also on a busy machine.
    /// </summary>
    internal const double LongerThanAnyWork = 4000;

    /// <summary>Descendants of main at one time; see <see cref="MostProcesses"/>.</summary>
    public int Processes { get; init; } = 64;

    /// <summary>Bytes on main's standard output.</summary>
    public int OutputBytes { get; init; } = 1 << 20;

    /// <summary>Memory of all processes of the run together, in bytes; the files of the runtime count once. See <see cref="MostMemoryBytes"/>.</summary>
    public long MemoryBytes { get; init; } = 1L << 30;

    /// <summary>Processor time of all processes of the run together, without their start, in seconds; see <see cref="MostCpuSeconds"/>.</summary>
    public int CpuSeconds { get; init; } = 3;

    /// <summary>Files and folders in the run's working folder and its <c>TMPDIR</c>; in namespaces also in its <c>/tmp</c> and <c>/dev/shm</c>.</summary>
    public int Files { get; init; } = 2_000;

    /// <summary>The bytes of these files, and those written to files on a disk in all; see <see cref="MostWrittenBytes"/>.</summary>
    public long FileBytes { get; init; } = 256L << 20;

    /// <summary>How long the only thing that can move may be time, in milliseconds; where bytes move meanwhile, twice as long.</summary>
    public int TimedMilliseconds { get; init; } = 6_000;

    /// <summary>The last resort: how long a run may take in all, in milliseconds.</summary>
    public int RunMilliseconds { get; init; } = 90_000;

    /// <summary><see cref="Processes"/>, and never less than the processors that the run sees + 8: a right program may start a worker for each.</summary>
    public int MostProcesses => Math.Max(Processes, Environment.ProcessorCount + 8);

    /// <summary>Bytes written in all, also to pipes, sockets and memory: well above what memory may be taken by writing to it.</summary>
    public long MostWrittenBytes => Math.Max(FileBytes * 8, MostMemoryBytes * 2);

    /// <summary>Threads of all processes of the run at one time. A .NET process has about ten.</summary>
    public int MostThreads => MostProcesses * 16;

    /// <summary>Processes of a run in all, one after the other: a right program starts each worker once. The grader keeps a descriptor of each.</summary>
    public int MostInAll => MostProcesses * 2;

    /// <summary>
    /// <see cref="CpuSeconds"/>, and one second for each process that the scenario asks for: who asks again and again without waiting is caught when a thread
    /// of his has burnt a second, and all of them may do so side by side.
    /// </summary>
    public int MostCpuSeconds(int processes) => CpuSeconds + processes;

    /// <summary><see cref="MemoryBytes"/>, and more where more processes than <see cref="Processes"/> are allowed: each of them has its share.</summary>
    public long MostMemoryBytes => MemoryBytes / Processes * MostProcesses;
}
