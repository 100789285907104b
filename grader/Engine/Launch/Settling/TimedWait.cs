using Grader.Launch.Stacks;

namespace Grader.Launch.Settling;

/// <summary>
/// Tells a learner's waiting by time from the naps of the runtime. The kernel says only that a thread wakes by itself; whose wait it is, its stack says. The
/// runtime's own naps for the garbage collector and at the start of a process last a millisecond or two, under any frames or none; at the end they last longer.
/// </summary>
/// <param name="roster">The processes of the run.</param>
/// <param name="stacks">Their stacks.</param>
/// <param name="scenario">Its name.</param>
/// <param name="known">Who has been seen to wait for too long, and where.</param>
internal sealed class TimedWait(Roster roster, StackCache stacks, string scenario, IReadOnlySet<LongWait> known)
{
    // In milliseconds. No nap of the runtime lasts so long while the program runs, on a loaded machine neither: whose time is over is not blocked any more.
    private const double LongerThanAnyNap = 50;

    private const string Timer = ".NET Timer";
    private const string WaitsForOthers = ".NET TP Wait";
    private const string PoolWorker = ".NET TP Worker";

    private readonly Dictionary<(int Pid, int Thread), (long Switches, DateTime Since)> standing = [];

    /// <summary>The runtime's thread that waits for all timers of its process.</summary>
    public static bool IsTimer(ThreadSample thread) => thread.Name == Timer;

    /// <summary>It may be the learner's: worth counting how often it comes back.</summary>
    public bool IsPossible(ThreadSample thread) => IsTimer(thread) || thread.Name == WaitsForOthers || (stacks.Of(thread) is var stack && (MayBeLearners(stack) || IsUnread(stack, thread)));

    /// <summary>Everybody is blocked, and this thread waits by time: that the wait is the learner's is sure.</summary>
    public bool IsProven(ThreadSample thread) => IsTimer(thread) || IsProvenWhileOthersRun(thread);

    /// <summary>Everybody is blocked, and this thread has waited by time for so long, in one piece, that it cannot be pretended work: whose time is over is not blocked any more.</summary>
    public bool IsTooLong(ThreadSample thread) => (StandsFor(thread) >= Limits.LongerThanAnyWork || (StandsFor(thread) >= LongerThanAnyNap && IsKnown(thread))) && IsProven(thread);

    /// <summary>
    /// The same while others still run. A timer counts only when a method of the learner's awaits it: nobody may wait for it any more. Who waits for others in the
    /// pool has nothing of the learner's on his stack; it is not read, which on a loaded machine may take longer than he waits.
    /// </summary>
    public bool IsProvenWhileOthersRun(ThreadSample thread) => thread.Name == WaitsForOthers
        ? StandsFor(thread) >= LongerThanAnyNap
        : stacks.Of(thread) is var stack && (IsLearnersWait(stack) || (MayBeLearners(stack) && StandsFor(thread) >= LongerThanAnyNap));

    /// <summary>A method of the learner's is on the stack (for the timer's thread: awaits that timer), and the innermost frame is a wait.</summary>
    private static bool IsLearnersWait(ThreadStack stack) =>
        stack.Frames is [var innermost, ..]
        && (innermost.Method.StartsWith("System.Threading.", StringComparison.Ordinal) || innermost.Method.StartsWith("Interop.", StringComparison.Ordinal))
        && MayBeLearners(stack);

    /// <summary>
    /// The stack of a thread that runs learners' code could not be read: who asks again and again seldom stands still for it. One wait alone proves nothing then,
    /// it may be a slice of a barrier's. A process's first thread runs such code until it comes to its end: there the runtime naps, under load for long.
    /// </summary>
    private bool IsUnread(ThreadStack stack, ThreadSample thread) =>
        stack.Frames.IsEmpty && (thread.Name == PoolWorker || (thread.ThreadId == thread.Pid && roster.Find(thread.Pid) is not { IsEnding: true }));

    /// <summary>The learner's own method has called into the kernel, or the runtime for it.</summary>
    private static bool MayBeLearners(ThreadStack stack) => stack.Frames.Any(frame => frame.File is not null) && !StackReader.IsBarrierWait(stack);

    private bool IsKnown(ThreadSample thread) =>
        known.Count > 0
        && roster.Find(thread.Pid)?.Actor is { } actor
        && LongWait.Of(scenario, actor.Role, stacks.Of(thread)) is { } wait
        && known.Contains(wait);

    /// <summary>In milliseconds: since it was first seen in this wait.</summary>
    private double StandsFor(ThreadSample thread)
    {
        var key = (thread.Pid, thread.ThreadId);

        // Also the switches that looking at it cost: who naps again and again may hide behind them. Who stands is looked at once, and then he stands.
        var switches = thread.Switches;
        if (!standing.TryGetValue(key, out var known) || known.Switches != switches)
        {
            known = standing[key] = (switches, DateTime.UtcNow);
        }

        return (DateTime.UtcNow - known.Since).TotalMilliseconds;
    }
}
