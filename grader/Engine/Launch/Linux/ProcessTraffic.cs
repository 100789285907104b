namespace Grader.Launch.Linux;

/// <summary>What a process and the children that it has waited for have read and written so far, in bytes: files, pipes and sockets (<c>/proc/[pid]/io</c>).</summary>
/// <param name="Stored">What of it was written to files on a disk.</param>
internal sealed record ProcessTraffic(long Read, long Written, long Stored)
{
    /// <summary>Nothing when the process is gone.</summary>
    public static ProcessTraffic Of(int pid)
    {
        var lines = (ProcFile.Text($"/proc/{pid}/io") ?? "").Split('\n');
        return new ProcessTraffic(Number("rchar: "), Number("wchar: "), Number("write_bytes: "));

        long Number(string name) => lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line ? long.Parse(line[name.Length..]) : 0;
    }
}
