namespace Grader.Launch.Settling;

/// <summary>
/// Tells polling from waiting, by counting how often a thread came back to a timed wait since the last event. Counting all switches, or looking at the clock,
/// would accuse starting and slow programs: see DESIGN, part 4.
/// </summary>
internal sealed class Patience(Roster roster, StackCache stacks, Headway headway, Limits limits)
{
    // Enough to tell asking again from waiting twice. A worker may pretend work in several short sleeps, hence more for him;
    // and where bytes move at the same time it may be a transfer, hence many more.
    private const int ReturnsOfMain = 5;
    private const int ReturnsOfWorker = 12;
    private const int ReturnsWithTraffic = 60;

    private readonly Dictionary<(int Pid, int Thread), (long Switches, int Returns)> returns = [];
    private long? bytes;
    private DateTime since = DateTime.UtcNow;

    /// <summary>Time since the last event, in milliseconds.</summary>
    public double Waited => (DateTime.UtcNow - since).TotalMilliseconds;

    public bool IsOver => Waited > limits.TimedMilliseconds;

    /// <summary>Something happened: counting begins anew.</summary>
    public void Reset()
    {
        returns.Clear();
        bytes = null;
        since = DateTime.UtcNow;
    }

    /// <summary>Everything is blocked, and these threads wait with a time-out. The one that polls, if it is proven by now.</summary>
    public ThreadSample? FindPolling(IReadOnlyList<ThreadSample> timed)
    {
        bytes ??= headway.Bytes();
        foreach (var thread in timed)
        {
            var key = (thread.Pid, thread.ThreadId);
            var switches = stacks.SwitchesOf(thread);
            var before = returns.GetValueOrDefault(key, (switches, 0));
            returns[key] = before.Item1 == switches ? before : (switches, before.Item2 + 1);
            if (returns[key].Returns >= Enough(thread.Pid) || (IsOver && returns[key].Returns >= 2))
            {
                return thread;
            }
        }

        return null;
    }

    private int Enough(int pid) =>
        headway.Bytes() != bytes ? ReturnsWithTraffic
        : roster.Find(pid) is { IsMain: true } ? ReturnsOfMain
        : ReturnsOfWorker;
}
