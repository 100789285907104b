namespace Grader.Launch.Linux;

/// <summary>What <c>/proc/[pid]/stat</c> says of a process.</summary>
/// <param name="State"><c>R</c> running, <c>S</c> sleeping, <c>D</c> in the disk, <c>T</c> stopped, <c>Z</c> zombie.</param>
/// <param name="ReapedFaults">Page faults of all children that it has waited for: 0 as long as it has never had one.</param>
/// <param name="CpuTicks">User and system time of all its threads, in clock ticks (10 ms).</param>
/// <param name="ReapedTicks">The same of all children that it has waited for, and of those whom these have waited for.</param>
/// <param name="Threads">How many it has.</param>
/// <param name="HasMemory">It has not yet begun to end: a killed process gives up its memory first, and with it goes what the kernel tells of its program.</param>
/// <param name="WaitStatus">For a zombie: the status word of wait(2); else 0.</param>
internal sealed record ProcessStatus(char State, int Parent, int Session, long ReapedFaults, long CpuTicks, long ReapedTicks, int Threads, bool HasMemory, int WaitStatus)
{
    public bool IsZombie => State is 'Z' or 'X';

    /// <summary>Null when the process is gone.</summary>
    public static ProcessStatus? Read(int pid) => ReadFile($"/proc/{pid}/stat");

    /// <summary>The same of one of its threads; null when it is gone.</summary>
    public static ProcessStatus? ReadThread(int pid, int thread) => ReadFile($"/proc/{pid}/task/{thread}/stat");

    private static ProcessStatus? ReadFile(string path)
    {
        if (ProcFile.Text(path, 2048) is not { } text)
        {
            return null;
        }

        // The second field, the name in brackets, may itself hold blanks and brackets.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcessStatus(
            fields[0][0],
            int.Parse(fields[1]),
            int.Parse(fields[3]),
            long.Parse(fields[8]),
            long.Parse(fields[11]) + long.Parse(fields[12]),
            long.Parse(fields[13]) + long.Parse(fields[14]),
            int.Parse(fields[17]),
            fields[20] != "0",
            int.Parse(fields[49]));
    }
}
