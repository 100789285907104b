using System.Collections.Immutable;

namespace Grader.Launch.Stacks;

/// <summary>
/// Reads the managed stacks of a settled .NET process from outside. The process is not stopped, not even for a moment: its memory is only read
/// (all of its threads are blocked, so nothing changes meanwhile). The first read of a grading costs about half a second, each further one about 15 ms.
/// Thread-safe.
/// </summary>
public static class StackReader
{
    /// <summary>The <see cref="ThreadStack.ThreadName"/> of an async method that waits for something: no thread stands in it.</summary>
    public const string AwaitName = "await";

    /// <summary>
    /// The stacks of all threads that run managed code, in order of thread id, then where async methods are suspended.
    /// Where the runtime cannot be read (it is not there yet, the process is gone, no permission) the threads have no frames.
    /// </summary>
    public static ImmutableArray<ThreadStack> Read(int pid, LineMap lines) =>
        StackHelper.Shared.Read(pid, threadId: 0, lines)
        ?? [.. ProcessFiles.ThreadIds(pid).Select(thread => RuntimeReader.Describe(pid, thread, []))];

    /// <summary>All that a report wants to know about a settled process: <see cref="Read(int, LineMap)"/> and its open files.</summary>
    public static Signal.Stacks Snapshot(Actor actor, LineMap lines) =>
        new(actor, Read(actor.Pid, lines)) { Files = ProcessFiles.Read(actor.Pid) };

    /// <summary>
    /// The stack of one thread; null when it runs no managed code or cannot be read. For the timer's thread, the await that it will wake.
    /// The process need not be still, but then the answer may be null.
    /// </summary>
    public static ThreadStack? Read(int pid, int threadId, LineMap lines) => StackHelper.Shared.Read(pid, threadId, lines) is [var stack] ? stack : null;

    /// <summary>
    /// A thread in <c>Barrier.SignalAndWait</c> without a time-out is parked, although the kernel sees a wait with a time-out:
    /// the barrier waits in growing slices.
    /// </summary>
    public static bool IsBarrierWait(ThreadStack stack) => stack.Frames.Any(frame => frame.Method == "System.Threading.Barrier.DiscontinuousWait");
}
