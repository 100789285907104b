namespace Grader.Launch.Settling;

/// <summary>
/// Tells polling from waiting, by counting how often a thread came back to a timed wait since the last event. Counting all switches, or looking at the clock,
/// would accuse starting and slow programs: see DESIGN, part 4.
/// </summary>
/// <param name="roster">The processes of the run.</param>
/// <param name="stacks">Their stacks.</param>
/// <param name="headway">What the run gets done.</param>
/// <param name="known">Who has been seen to poll.</param>
/// <param name="limits">How long the only thing that can move may be time.</param>
internal sealed class Patience(Roster roster, StackCache stacks, Headway headway, IReadOnlyCollection<Poller> known, Limits limits)
{
    // Enough to tell asking again from waiting twice; where bytes move at the same time it may be a transfer, hence many more.
    private const int Returns = 5;
    private const int ReturnsWithTraffic = 60;

    // In milliseconds.
    private const double EnoughOfKnown = 1000;

    // And where bytes move several pieces of pretended work may be done one after the other without a word.
    private const int LongerWithTraffic = 2;

    private readonly Dictionary<(int Pid, int Thread), (long Switches, int Returns, double Since)> returns = [];
    private long? bytes;
    private DateTime since = DateTime.UtcNow;
    private TimeSpan onlyTime;
    private DateTime? lastStill;

    /// <summary>Time since the last event, in milliseconds.</summary>
    public double Waited => (DateTime.UtcNow - since).TotalMilliseconds;

    /// <summary>For too long nothing but time could move anybody. What a slow machine needs in between does not count.</summary>
    public bool IsOver => OnlyTime > limits.TimedMilliseconds && (OnlyTime > limits.TimedMilliseconds * LongerWithTraffic || !BytesMove);

    private double OnlyTime => onlyTime.TotalMilliseconds;

    /// <summary>Something happened: counting begins anew.</summary>
    public void Reset()
    {
        returns.Clear();
        bytes = null;
        since = DateTime.UtcNow;
        onlyTime = TimeSpan.Zero;
        lastStill = null;
    }

    /// <param name="onlyTimeMoves">Everybody was blocked just now, and somebody by time.</param>
    public void Note(bool onlyTimeMoves)
    {
        // Between two looks the grader itself may have been busy, on a loaded machine for seconds: so long nobody looked.
        var (now, longest) = (DateTime.UtcNow, TimeSpan.FromMilliseconds(100));
        onlyTime += onlyTimeMoves && lastStill is { } last ? (now - last < longest ? now - last : longest) : TimeSpan.Zero;
        lastStill = onlyTimeMoves ? now : null;
    }

    /// <summary>Everything is blocked, and these threads wait with a time-out. The one that polls, if it is proven by now.</summary>
    public ThreadSample? FindPolling(IReadOnlyList<ThreadSample> timed)
    {
        bytes ??= timed.Count > 0 ? headway.Bytes() : null;
        foreach (var thread in timed)
        {
            var key = (thread.Pid, thread.ThreadId);
            var switches = stacks.SwitchesOf(thread);
            var awake = Waited - ThreadSample.StarvedNow(thread.Pid, thread.ThreadId);
            var (before, count, first) = returns.GetValueOrDefault(key, (switches, 0, awake));
            count += before == switches ? 0 : 1;
            returns[key] = (switches, count, first);
            if ((count >= Enough && !MayBeWork(thread, awake - first)) || (IsOver && count >= 2) || (Waited > EnoughOfKnown && IsKnown(thread)))
            {
                return thread;
            }
        }

        return null;
    }

    private bool BytesMove => headway.Bytes() - bytes > Headway.UnimportantBytes;

    private bool IsKnown(ThreadSample thread) => known.Count > 0 && roster.Find(thread.Pid)?.Actor is { } actor && known.Any(poller => poller.Is(actor.Role, stacks.Of(thread)));

    private int Enough => BytesMove ? ReturnsWithTraffic : Returns;

    /// <summary>A worker may pretend to work for a while, in one sleep or in a hundred; main may not.</summary>
    private bool MayBeWork(ThreadSample thread, double time) => roster.Find(thread.Pid) is { IsMain: false } && time < Limits.LongerThanAnyWork && !IsKnown(thread);
}
