using System.Globalization;
using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>One thread at one moment: how often it has been switched, and the system call that it is in.</summary>
/// <param name="State">The first letter of its state, as in <see cref="ProcessStatus"/>.</param>
/// <param name="Switches">Voluntary and involuntary context switches so far. Unchanged: it has not run in between.</param>
/// <param name="SystemCall">The kernel's line: the call's number and arguments, or <c>running</c>.</param>
internal sealed record ThreadSample(int Pid, int ThreadId, string Name, char State, long Switches, string SystemCall)
{
    /// <summary>It runs or is about to: whatever the state says, <c>running</c> means running.</summary>
    public bool IsRunning => SystemCall.StartsWith("running", StringComparison.Ordinal) || State is not ('S' or 'T' or 't' or 'Z' or 'X');

    public bool IsDying => State is 'Z' or 'X';

    /// <summary>Where in its program it is: the pointer to its stack, which is the last but one word of the kernel's line, and the counter after it.</summary>
    public string Place => SystemCall.Split(' ') is [.., var stack, var counter] ? $"{stack} {counter}" : SystemCall;

    /// <summary>Null when the thread is gone. The counters are read first, then the call: see DESIGN, "Settling".</summary>
    public static ThreadSample? Read(int pid, int thread)
    {
        var status = ProcFile.Text($"/proc/{pid}/task/{thread}/status");
        if (status is null)
        {
            return null;
        }

        var state = Field(status, "State:")[0];
        var switches = Switched(status);

        // A dying thread has no call any more, and the kernel refuses to tell one.
        var call = state is 'Z' or 'X' ? "" : ProcFile.Text($"/proc/{pid}/task/{thread}/syscall", 256)?.TrimEnd();
        return call is null ? null : new ThreadSample(pid, thread, Field(status, "Name:"), state, switches, call);
    }

    /// <summary>A first look, at half the price: it runs or is about to.</summary>
    public static bool RunsNow(int pid, int thread) =>
        ProcFile.Text($"/proc/{pid}/task/{thread}/syscall", 256)?.StartsWith("running", StringComparison.Ordinal) == true;

    /// <summary>Voluntary and involuntary context switches so far; null when the thread is gone.</summary>
    public static long? SwitchesNow(int pid, int thread) => ProcFile.Text($"/proc/{pid}/task/{thread}/status") is { } status ? Switched(status) : null;

    /// <summary>Context switches so far that it did not ask for by blocking (a yield is one of them, too); null when the thread is gone.</summary>
    public static long? PreemptionsNow(int pid, int thread) => ProcFile.Text($"/proc/{pid}/task/{thread}/status") is { } status ? Preempted(status) : null;

    /// <summary>How often it has blocked so far; null when the thread is gone.</summary>
    public static long? BlocksNow(int pid, int thread) => ProcFile.Text($"/proc/{pid}/task/{thread}/status") is { } status ? Blocked(status) : null;

    /// <summary>How long it has waited for a processor so far, in milliseconds (the second number of schedstat: Documentation/scheduler/sched-stats.rst); 0 where the kernel does not count it.</summary>
    public static double StarvedNow(int pid, int thread) =>
        ProcFile.Text($"/proc/{pid}/task/{thread}/schedstat", 256)?.Split(' ') is [_, var nanoseconds, ..] ? double.Parse(nanoseconds, CultureInfo.InvariantCulture) / 1e6 : 0;

    private static long Switched(string status) => Blocked(status) + Preempted(status);

    private static long Blocked(string status) => long.Parse(Field(status, "voluntary_ctxt_switches:"), CultureInfo.InvariantCulture);

    private static long Preempted(string status) => long.Parse(Field(status, "nonvoluntary_ctxt_switches:"), CultureInfo.InvariantCulture);

    private static string Field(string status, string name)
    {
        // Every field but the first begins a line; "voluntary…" is also the end of "nonvoluntary…".
        var start = status.StartsWith(name, StringComparison.Ordinal) ? 0 : status.IndexOf("\n" + name, StringComparison.Ordinal) + 1;
        start += name.Length;
        var end = status.IndexOf('\n', start);
        return status[start..(end < 0 ? status.Length : end)].Trim();
    }
}
