using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>
/// Sees who waits by time while others still run: on a loaded machine a short sleep is over before everything has settled, and the evidence with it.
/// A thread counts when it stands in the same timed wait at two looks, or has come back to one that is known already, and the wait is the learner's.
/// </summary>
internal sealed class TimeWatch(Roster roster, StackCache stacks, TimedWait timedWait)
{
    // In milliseconds: how far apart two looks are at least.
    private const double Pause = 8;
    private readonly Dictionary<(int Pid, int Thread), long> before = [];
    private DateTime last = DateTime.UtcNow;

    /// <summary>The threads that wait by time now; those that were told before are told again.</summary>
    public IEnumerable<ThreadSample> Look()
    {
        if ((DateTime.UtcNow - last).TotalMilliseconds < Pause)
        {
            yield break;
        }

        last = DateTime.UtcNow;
        foreach (var player in roster.Living.Where(player => player.IsKata && player.Visits.Count == 0).ToList())
        {
            foreach (var id in ProcFile.Numbers($"/proc/{player.Pid}/task"))
            {
                if (ThreadSample.Read(player.Pid, id) is { IsRunning: false } thread && BlockedCall.IsTimed(thread) && (StandsStill(thread) || stacks.Knows(thread)) && timedWait.IsProvenWhileOthersRun(thread))
                {
                    yield return thread;
                }
            }
        }
    }

    private bool StandsStill(ThreadSample thread)
    {
        var key = (thread.Pid, thread.ThreadId);
        var now = stacks.SwitchesOf(thread);
        var same = before.TryGetValue(key, out var switches) && switches == now;
        before[key] = now;
        return same;
    }
}
