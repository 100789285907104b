using System.Globalization;

namespace Grader.Launch.Linux;

/// <summary>What <c>/proc/[pid]/status</c> says of the memory of a process: resident pages, in bytes (proc_pid_status(5)).</summary>
/// <param name="Own">Its own.</param>
/// <param name="Shared">Those of shared memory; who else has them is not told.</param>
/// <param name="Files">Those of files, of the runtime above all.</param>
internal readonly record struct ProcessMemory(long Own, long Shared, long Files)
{
    private const int BytesPerUnit = 1024;

    /// <summary>Nothing when the process is gone.</summary>
    public static ProcessMemory Read(int pid)
    {
        var status = ProcFile.Text($"/proc/{pid}/status") ?? "";
        return new(Field("\nRssAnon:"), Field("\nRssShmem:"), Field("\nRssFile:"));

        long Field(string name)
        {
            var (from, until) = status.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at ? (at + name.Length, status.IndexOf(" kB", at, StringComparison.Ordinal)) : (0, 0);
            return until <= from ? 0 : long.Parse(status.AsSpan(from, until - from), NumberStyles.AllowLeadingWhite) * BytesPerUnit;
        }
    }
}
