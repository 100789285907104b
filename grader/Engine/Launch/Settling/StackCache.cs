using Grader.Launch.Linux;
using Grader.Launch.Stacks;

namespace Grader.Launch.Settling;

/// <summary>
/// Managed stacks of threads that wait by time. Reading one takes longer than many a sleep lasts, so the thread is stopped meanwhile; and who comes back to the
/// same place again and again is read once until something happens, or looking at him would hide how often he comes back.
/// </summary>
internal sealed class StackCache(Lazy<LineMap> lines)
{
    // In milliseconds: so long what could not be read is not tried again while nothing has moved.
    private const double BetweenTries = 100;

    private readonly Dictionary<(int Pid, int Thread), (string Place, long Switches, DateTime At, bool Still, ThreadStack? Stack)> read = [];
    private readonly Dictionary<(int Pid, int Thread), List<(long From, long To)>> disturbances = [];

    /// <summary>
    /// Everybody is blocked. Of a process that runs the debugging library may see half a stack: what was read so, and has nothing of the learner's in it, is read
    /// again when this is true.
    /// </summary>
    public bool Still { get; set; }

    /// <summary><c>System.Threading.Barrier</c> waits in timed slices although it waits for others, not for time.</summary>
    public bool IsBarrier(ThreadSample thread) => StackReader.IsBarrierWait(Of(thread));

    /// <summary>Something happened: what was read is old.</summary>
    public void Forget() => read.Clear();

    /// <summary>The thread's stack was read when it stood at this place before.</summary>
    public bool Knows(ThreadSample thread) => read.TryGetValue((thread.Pid, thread.ThreadId), out var known) && known.Place == thread.Place && known.Stack is not null;

    /// <summary>How often the thread had been switched when the sample was taken, but for the switches that looking at it had cost by then.</summary>
    public long SwitchesOf(ThreadSample thread) =>
        thread.Switches - disturbances.GetValueOrDefault((thread.Pid, thread.ThreadId), []).Sum(cost => Math.Clamp(thread.Switches, cost.From, cost.To) - cost.From);

    /// <summary>Without frames when the thread went on before it could be read; when it is one of the runtime's, its name and its system call are all there is to say.</summary>
    public ThreadStack Of(ThreadSample thread)
    {
        var key = (thread.Pid, thread.ThreadId);
        if (!read.TryGetValue(key, out var known)
            || known.Place != thread.Place
            || (known.Stack is null && (known.Switches != SwitchesOf(thread) || (DateTime.UtcNow - known.At).TotalMilliseconds > BetweenTries))
            || (Still && !known.Still && known.Stack?.Frames.Any(frame => frame.File is not null) == false))
        {
            known = (thread.Place, SwitchesOf(thread), default, Still, ReadStopped(thread));
            known.At = DateTime.UtcNow; // Reading takes its time.
            read[key] = known;
        }

        return known.Stack ?? new ThreadStack(thread.ThreadId, thread.Name, thread.SystemCall, []);
    }

    /// <summary>Of a thread that runs: it is stopped meanwhile.</summary>
    public ThreadStack? OfRunning(int pid, int thread)
    {
        using var stopped = StoppedThread.Stop(thread);
        return Of(pid, thread);
    }

    public ThreadStack? Of(int pid, int thread) => StackReader.Read(pid, thread, lines.Value);

    private ThreadStack? ReadStopped(ThreadSample thread)
    {
        ThreadStack? stack;
        using (var stopped = StoppedThread.Stop(thread.ThreadId))
        {
            if (stopped is null)
            {
                // May not be stopped: then what was read counts when the thread has not run meanwhile.
                var running = Of(thread.Pid, thread.ThreadId);
                return ThreadSample.Read(thread.Pid, thread.ThreadId) == thread ? running : null;
            }

            // How often it was switched tells nothing here: on a loaded machine others get the processor before it has come to its stop.
            stack = ThreadSample.Read(thread.Pid, thread.ThreadId)?.SystemCall == thread.SystemCall ? Of(thread.Pid, thread.ThreadId) : null;
        }

        // To be stopped and to fall back into the wait costs two switches, and more where others want the processor: what it really cost is counted.
        var costs = disturbances.GetValueOrDefault((thread.Pid, thread.ThreadId)) ?? (disturbances[(thread.Pid, thread.ThreadId)] = []);
        var from = costs is [.., var last] ? Math.Max(last.To, thread.Switches) : thread.Switches;
        costs.Add((from, Math.Max(from, SwitchesOnceBlocked(thread))));
        return stack;
    }

    private static long SwitchesOnceBlocked(ThreadSample thread)
    {
        const int tries = 200;
        for (var i = 0; i < tries; i++)
        {
            if (ThreadSample.Read(thread.Pid, thread.ThreadId) is { IsRunning: false } now)
            {
                return now.Switches;
            }

            // Nobody tells that a thread is back in its wait.
            Poll.BetweenLooks(1);
        }

        return ThreadSample.SwitchesNow(thread.Pid, thread.ThreadId) ?? thread.Switches;
    }
}
