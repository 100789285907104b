namespace Grader.Launch.Settling;

/// <summary>
/// Sees that nobody does anything but nap: all that has changed since the last look is that somebody has come back to the same timed wait. So the runtime waits
/// for a thread that it has just started (<c>YIELD_WHILE</c> in <see href="https://github.com/dotnet/runtime/blob/main/src/coreclr/vm/comsynchronizable.cpp"/>),
/// and if that thread lags, for ever.
/// </summary>
internal sealed class Naps(Roster roster)
{
    private List<ThreadSample>? before;
    private (int Pid, int Thread)? busy;

    /// <summary>Something happened: the last look is old.</summary>
    public void Reset() => before = null;

    /// <summary>Whether only naps went on since the last look.</summary>
    public bool AreAll()
    {
        var now = TreeSample.Take(roster.Living, ref busy)?.Threads.ToList();
        var last = before;
        before = now;
        return now is not null && last?.Count == now.Count && now.Zip(last).All(pair => pair.First == pair.Second || IsNap(pair.First, pair.Second));
    }

    private static bool IsNap(ThreadSample now, ThreadSample before) =>
        (now.Pid, now.ThreadId, now.Place) == (before.Pid, before.ThreadId, before.Place) && (BlockedCall.IsTimed(now) || BlockedCall.IsTimedFinalizer(now));
}
