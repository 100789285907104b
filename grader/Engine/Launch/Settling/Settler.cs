using Grader.Launch.Stacks;

namespace Grader.Launch.Settling;

/// <summary>What a settling found.</summary>
/// <param name="Stillness">What it proved.</param>
/// <param name="Actors">Who waits by time, or polls.</param>
internal sealed record Settlement(Stillness Stillness, IReadOnlyList<Actor> Actors)
{
    /// <summary>Somebody has waited by time for so long that it cannot be pretended work: nothing that comes later acquits him.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>Somebody comes back by himself and looks again: he naps, or waits by time.</summary>
    public bool IsSomebodyAwake { get; init; } = Stillness != Stillness.Still;
}

/// <summary>
/// Waits until nobody can go on by himself: two successive samples of every thread of every process are equal, all threads are blocked,
/// and nothing was said in between. That is the double collect of atomic snapshots (Afek et al., J. ACM 40(4), 1993): between the two there was
/// one instant at which everybody was blocked. No time window is involved; the pauses between attempts only save processor time.
/// </summary>
internal sealed class Settler(Stage stage, Roster roster, ProcessTree tree, Recorder recorder, StackCache stacks, TimedWait timedWait, Patience patience, Burning burning, Ticking ticking, Laggards laggards, Limits limits)
{
    private readonly TimeWatch watch = new(roster, stacks, timedWait);
    private readonly SocketsInFlight inFlight = new();
    private readonly Naps naps = new(roster);
    private readonly HashSet<(int Pid, int Thread)> reported = [];
    private (int Pid, int Thread)? busy;

    public CancellationToken Cancellation { get; set; }

    /// <summary>The sample that proved the last settling; null when it ended otherwise.</summary>
    public TreeSample? Proof { get; private set; }

    /// <summary>
    /// Main may wait by time until something happens. Then its waiting is evidence only when everybody is blocked: while others run, it may just not have been
    /// woken yet by what has happened.
    /// </summary>
    public bool MainMayWaitAtFirst { get; init; }

    /// <summary>Called again and again while something goes on; may end the run by an exception.</summary>
    public Action Watch { get; init; } = () => { };

    /// <summary>Called when nothing but time has moved for a while.</summary>
    public Action WhenIdle { get; init; } = () => { };

    /// <param name="mainMayWait">Main's waiting by time is legal now: it counts as settled.</param>
    /// <param name="closely">Stillness would be held against the program: what the finalizer threads do, which only their stacks tell, is asked too.</param>
    /// <param name="anybodyIsNext">Somebody is held who would be let go now: main's waiting by time is not waited out, once it is told.</param>
    public Settlement Settle(bool mainMayWait, bool closely, Func<bool> anybodyIsNext)
    {
        const int untilTimePasses = 10;
        BeginAnew();
        Proof = null;
        var pause = 0;
        while (true)
        {
            Watch();
            if (stage.Drain(pause))
            {
                BeginAnew();
                reported.Clear();
                pause = 0;
                continue;
            }

            Cancellation.ThrowIfCancellationRequested();
            CheckTime();
            if (!roster.Living.Any())
            {
                // Whoever was started just before his parent ended is the keeper's child by now.
                if (tree.FindsNew())
                {
                    continue;
                }

                return new Settlement(Stillness.Still, []);
            }

            var still = Still();
            stacks.Still = still is not null;
            if (still is not { } sample)
            {
                patience.Note(onlyTimeMoves: false);
                if (laggards.AnyWaits)
                {
                    if (naps.AreAll())
                    {
                        return new Settlement(Stillness.Still, []) { IsSomebodyAwake = true };
                    }

                    if (burning.Find(patience.Waited) is not null)
                    {
                        laggards.Free();
                        BeginAnew();
                    }

                    pause = Math.Min(pause + 1, 3);
                    continue;
                }

                var waiting = watch.Look().ToList();
                Report(waiting.Where(thread => !MainMayWaitAtFirst || !IsMain(thread.Pid)));
                if (patience.FindPolling(waiting) is { } asking)
                {
                    return Polled(asking);
                }

                if ((burning.Find(patience.Waited) ?? ticking.Find(patience.Waited)) is { } found)
                {
                    return Polled(found.Pid, stacks.Of(found.Pid, found.Thread));
                }

                if (ticking.IsLikely)
                {
                    WhenIdle();
                }

                pause = Math.Min(pause + 1, 6);
                continue;
            }

            Proof = sample;
            if (roster.OnlyOtherProgramsLive)
            {
                DescribeSilent();
                return new Settlement(Stillness.Still, []);
            }

            var timed = sample.Threads.Where(thread => WaitsByTime(thread, closely)).ToList();
            if (timed.Count == 0)
            {
                DescribeSilent();
                return new Settlement(Stillness.Still, []);
            }

            patience.Note(onlyTimeMoves: true);
            if (mainMayWait && timed.All(thread => IsMain(thread.Pid)))
            {
                return new Settlement(Stillness.Timed, ActorsOf(timed));
            }

            // Who waits by time, or burns a processor, while somebody lags may wait for just him: nothing is held against him before nobody lags any more.
            if (laggards.AnyWaits)
            {
                if (patience.IsOver)
                {
                    laggards.Free();
                    BeginAnew();
                }

                pause = untilTimePasses;
                continue;
            }

            if (timed.Find(thread => roster.IsDetached(thread.Pid)) is { } daemon)
            {
                throw new LimitException("leftovers", $"the program `{daemon.Name}` was started and left to itself");
            }

            Report(timed.Where(timedWait.IsProven));
            if (timed.All(thread => IsMain(thread.Pid) && timedWait.IsProven(thread)) && anybodyIsNext())
            {
                return new Settlement(Stillness.Timed, ActorsOf(timed));
            }

            if (patience.FindPolling([.. timed.Where(timedWait.IsPossible)]) is { } polling)
            {
                return Polled(polling);
            }

            if (timed.Where(timedWait.IsTooLong).ToList() is { Count: > 0 } tooLong)
            {
                tooLong.ForEach(thread => Report(thread, isTooLong: true));
                return new Settlement(Stillness.Timed, ActorsOf(timed)) { IsTooLong = true };
            }

            if (patience.IsOver)
            {
                return new Settlement(Stillness.Timed, ActorsOf(timed));
            }

            const int aWhile = 300;
            if (patience.Waited > aWhile)
            {
                WhenIdle();
            }

            pause = untilTimePasses;
        }
    }

    /// <summary>Something happened: what was read is old, and counting begins anew.</summary>
    private void BeginAnew()
    {
        patience.Reset();
        burning.Reset();
        ticking.Reset();
        stacks.Forget();
        naps.Reset();
    }

    /// <summary>The last resort. A slow machine is not a slow program: only a run that went on and on breaks a rule.</summary>
    private void CheckTime()
    {
        if (recorder.Elapsed.TotalMilliseconds > limits.RunMilliseconds)
        {
            const int wentOn = 500;
            var words = $"the run took more than {limits.RunMilliseconds / 1000} s";
            throw recorder.Happenings.Count > wentOn ? new LimitException("time-limit", words) : new UndecidedException(words);
        }
    }

    private bool WaitsByTime(ThreadSample thread, bool closely) =>
        BlockedCall.IsTimed(thread) ? !stacks.IsBarrier(thread) : closely && BlockedCall.IsTimedFinalizer(thread) && timedWait.IsPossible(thread);

    private TreeSample? Still()
    {
        // A process that nobody knows yet was started before the first sample, and the walk in between finds it, or after it, and then its parent has run.
        if (TreeSample.Take(roster.Living, ref busy) is not { } first
            || tree.FindsNew(first)
            || TreeSample.Take(roster.Living, ref busy) is not { } second
            || !second.IsSameAs(first))
        {
            return null;
        }

        // What was said just now is not read yet, and what is on its way in the kernel wakes somebody later. Order matters: both after the samples.
        // Where somebody is stopped it may be he who has what the others wait for.
        var quiet = !stage.HasNews()
            && !inFlight.Any([.. roster.Living.Select(player => player.Pid)])
            && !(second.Threads.Any(BlockedCall.WaitsForStrangers) && !second.Threads.Any(BlockedCall.IsStopped));
        return quiet ? second : null;
    }

    /// <summary>
    /// Nothing but time can move these. Main's waiting is evidence; a worker's may be his pretended work. A nap of the runtime is evidence of nothing: it is
    /// waited for like the others, and that is all.
    /// </summary>
    private void Report(IEnumerable<ThreadSample> timed)
    {
        foreach (var thread in timed.Where(thread => reported.Add((thread.Pid, thread.ThreadId))))
        {
            Report(thread, isTooLong: false);
        }
    }

    private void Report(ThreadSample thread, bool isTooLong)
    {
        if (roster.Find(thread.Pid)?.Actor is { } actor)
        {
            recorder.Add(new Signal.WaitedByTime(actor, stacks.Of(thread), isTooLong));
        }
    }

    /// <summary>It is told where it waits between two questions, which was read while it stood there; by now it may be anywhere.</summary>
    private Settlement Polled(ThreadSample thread) =>
        Polled(thread.Pid, stacks.Of(thread) is { Frames.IsEmpty: false } waiting ? waiting : stacks.Of(thread.Pid, thread.ThreadId));

    private Settlement Polled(int pid, ThreadStack? stack)
    {
        var actor = roster.Find(pid)?.Actor
            ?? throw new UndecidedException("a process that the grader does not know polls");
        recorder.Add(new Signal.Polled(actor, stack));
        return new Settlement(Stillness.Polling, [actor]);
    }

    private void DescribeSilent()
    {
        foreach (var player in roster.Living.Where(player => player.Actor is null).ToList())
        {
            roster.DescribeSilent(player);
        }
    }

    private bool IsMain(int pid) => roster.Find(pid) is { IsMain: true };

    private List<Actor> ActorsOf(List<ThreadSample> threads) =>
        [.. roster.Living.Where(player => player.Actor is not null && threads.Any(thread => thread.Pid == player.Pid)).Select(player => player.Actor!)];
}
