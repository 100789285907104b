using Grader.Launch.Stacks;

namespace Grader.Launch.Settling;

/// <summary>Managed stacks of timed threads. Reading one costs about 130 ms, so each is read once until its thread has run again.</summary>
internal sealed class StackCache(Lazy<LineMap> lines)
{
    private readonly Dictionary<(int Pid, int Thread), (long Switches, ThreadStack Stack)> read = [];

    /// <summary><c>System.Threading.Barrier</c> waits in timed slices although it waits for others, not for time.</summary>
    public bool IsBarrier(ThreadSample thread) => StackReader.IsBarrierWait(Of(thread));

    /// <summary>The thread runs the learner's code or the base library's: it is the main thread, bears a name of the pool or the timer, or has managed frames.</summary>
    public bool IsManaged(ThreadSample thread) =>
        thread.ThreadId == thread.Pid || thread.Name is ".NET TP Worker" or ".NET TP Wait" or ".NET Timer" || !Of(thread).Frames.IsEmpty;

    /// <summary>
    /// A method of the learner's waits here with a time-out: it is on the stack, the innermost frame is a wait, and the thread has not run while the stack
    /// was read. The runtime's own naps, at the start and at the end of a process, say, have no frame of the learner's.
    /// </summary>
    public bool IsTimedWait(ThreadSample thread) =>
        Of(thread) is { Frames: [var innermost, ..] } stack
        && stack.Frames.Any(frame => frame.File is not null)
        && (innermost.File is not null
            || innermost.Method.StartsWith("System.Threading.", StringComparison.Ordinal)
            || innermost.Method.StartsWith("Interop.", StringComparison.Ordinal))
        && !StackReader.IsBarrierWait(stack)
        && ThreadSample.Read(thread.Pid, thread.ThreadId) == thread;

    public ThreadStack Of(ThreadSample thread)
    {
        var key = (thread.Pid, thread.ThreadId);
        if (!read.TryGetValue(key, out var known) || known.Switches != thread.Switches)
        {
            // A thread of the runtime has no managed stack: then its name and its system call are all there is to say.
            known = (thread.Switches, Of(thread.Pid, thread.ThreadId) ?? new ThreadStack(thread.ThreadId, thread.Name, thread.SystemCall, []));
            read[key] = known;
        }

        return known.Stack;
    }

    public ThreadStack? Of(int pid, int thread) => StackReader.Read(pid, thread, lines.Value);
}
