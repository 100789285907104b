namespace Grader.Launch.Linux;

/// <summary>What processes and threads in a namespace of processes are called there: <c>NSpid</c> in <c>/proc/[pid]/status</c>.</summary>
internal static class OwnId
{
    /// <summary>The pid that a process has for itself; 0 when it is gone.</summary>
    public static int OfProcess(int pid) => Last(ProcFile.Text($"/proc/{pid}/status"));

    public static int OfThread(int pid, int thread) => Last(ProcFile.Text($"/proc/{pid}/task/{thread}/status"));

    /// <summary>The thread of a process that calls itself so, as the grader sees it; the same where there is none.</summary>
    public static int ThreadCalled(int pid, int own) =>
        OfProcess(pid) == pid ? own : ProcFile.Numbers($"/proc/{pid}/task").Find(thread => OfThread(pid, thread) == own) is var found and not 0 ? found : own;

    /// <summary>A thread of whatever process, as the grader sees it, from what <paramref name="pid"/> calls it.</summary>
    public static int ThreadCalledBy(int pid, int own)
    {
        if (OfProcess(pid) == pid)
        {
            return own;
        }

        var world = ProcFile.Link($"/proc/{pid}/ns/pid");
        return ProcFile.Numbers("/proc")
            .Where(process => ProcFile.Link($"/proc/{process}/ns/pid") == world)
            .SelectMany(process => ProcFile.Numbers($"/proc/{process}/task").Where(thread => OfThread(process, thread) == own))
            .FirstOrDefault(own);
    }

    private static int Last(string? status)
    {
        const string field = "\nNSpid:";
        var start = status?.IndexOf(field, StringComparison.Ordinal) ?? -1;
        if (start < 0)
        {
            return 0;
        }

        var line = status![(start + field.Length)..];
        return int.Parse(line[..line.IndexOf('\n')].Split('\t', StringSplitOptions.RemoveEmptyEntries)[^1]);
    }
}
