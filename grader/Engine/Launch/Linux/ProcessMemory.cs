namespace Grader.Launch.Linux;

/// <summary>What <c>/proc/[pid]/statm</c> says of the memory of a process, in bytes (proc(5)).</summary>
/// <param name="Own">Resident pages that belong to it alone.</param>
/// <param name="Shared">Resident pages of files and of shared memory.</param>
internal readonly record struct ProcessMemory(long Own, long Shared)
{
    private static readonly int PageSize = Environment.SystemPageSize;

    /// <summary>Nothing when the process is gone.</summary>
    public static ProcessMemory Read(int pid)
    {
        // In pages: size, resident, shared.
        var words = (ProcFile.Text($"/proc/{pid}/statm", 256) ?? "").Split(' ');
        return words.Length > 2 && long.Parse(words[2]) is var shared ? new((long.Parse(words[1]) - shared) * PageSize, shared * PageSize) : default;
    }
}
