using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>
/// Finds who only lets a timer tick that nobody awaits. Ticks may come faster than two samples can be taken, and then nothing ever settles; so it is told by
/// what has not happened for long: no thread has moved but the timer's and the pool's, which runs the ticks, and none of these has computed.
/// </summary>
/// <param name="roster">The processes of the run.</param>
/// <param name="stacks">Their stacks.</param>
/// <param name="headway">What the run gets done.</param>
/// <param name="known">The roles that have been seen to do so.</param>
internal sealed class Ticking(Roster roster, StackCache stacks, Headway headway, IReadOnlyCollection<string> known)
{
    // In milliseconds: how far apart two looks are at least, and what is enough of who is known for it.
    private const double LooksEvery = 50;
    private const double EnoughOfKnown = 300;
    private const int FewestLooks = 6;

    // In clock ticks of 10 ms, without having blocked in between: that is no tick, that is work.
    private const long Work = 3;

    // Threads of the runtime's: moved by ticks, by what these allocate, and by nothing that a learner waits for.
    private const string OfTheRuntime = ".NET ";

    private readonly Dictionary<(int Pid, int Thread), (long Blocked, long Ticks)> worked = [];
    private Dictionary<(int Pid, int Thread), long> others = [];
    private Dictionary<(int Pid, int Thread), long> timers = [];
    private (double Since, long Bytes) begin;
    private (int All, int Ticked) looks;
    private double nextLook = LooksEvery;

    /// <summary>Nothing but ticks for several looks: no processor is needed to wait for more of them.</summary>
    public bool IsLikely => looks.All >= FewestLooks && looks.Ticked * 2 >= looks.All;

    /// <summary>Something happened: counting begins anew.</summary>
    public void Reset()
    {
        (others, timers, looks, nextLook) = ([], [], default, LooksEvery);
        worked.Clear();
    }

    /// <summary>The process whose timer ticks, and the thread that waits meanwhile.</summary>
    /// <param name="waited">Time since the last event, in milliseconds.</param>
    public (int Pid, int Thread)? Find(double waited)
    {
        if (waited < nextLook)
        {
            return null;
        }

        nextLook = waited + LooksEvery;
        Look(waited);
        var isKnown = roster.Living.Any(player => player.Actor is { } actor && known.Contains(actor.Role));
        if (!IsLikely || waited - begin.Since < (isKnown ? EnoughOfKnown : Limits.LongerThanAnyWork))
        {
            return null;
        }

        var ticking = timers.Keys.First().Pid;
        var waiting = others.Keys.Where(thread => thread.Pid == ticking && IsLearners(thread)).ToList();
        return waiting.Count > 0 ? waiting[0] : (ticking, ticking);
    }

    private void Look(double waited)
    {
        var threads = roster.Living.SelectMany(player => ProcFile.Numbers($"/proc/{player.Pid}/task").Select(id => ThreadSample.Read(player.Pid, id))).OfType<ThreadSample>().ToList();
        var othersNow = threads.Where(thread => !IsRuntimes(thread)).ToDictionary(Key, stacks.SwitchesOf);
        var timersNow = threads.Where(TimedWait.IsTimer).ToDictionary(Key, thread => thread.Switches);
        var bytes = headway.Bytes();

        var ticked = timersNow.Any(timer => timers.TryGetValue(timer.Key, out var before) && before != timer.Value);
        var moved = bytes > begin.Bytes + Headway.UnimportantBytes || othersNow.Count != others.Count || othersNow.Except(others).Any();
        if (moved | threads.Where(IsRuntimes).Where(HasWorked).ToList() is [_, ..])
        {
            (begin, looks) = ((waited, bytes), default);
        }
        else
        {
            looks = (looks.All + 1, looks.Ticked + (ticked ? 1 : 0));
        }

        (others, timers) = (othersNow, timersNow);
    }

    private bool HasWorked(ThreadSample thread)
    {
        var now = (Blocked: ThreadSample.BlocksNow(thread.Pid, thread.ThreadId) ?? 0, Ticks: ProcessStatus.ReadThread(thread.Pid, thread.ThreadId)?.CpuTicks ?? 0);
        if (!worked.TryGetValue(Key(thread), out var before) || now.Blocked != before.Blocked)
        {
            worked[Key(thread)] = now;
            return false;
        }

        return now.Ticks - before.Ticks >= Work;
    }

    private static (int Pid, int Thread) Key(ThreadSample thread) => (thread.Pid, thread.ThreadId);

    private static bool IsRuntimes(ThreadSample thread) => thread.Name.StartsWith(OfTheRuntime, StringComparison.Ordinal);

    private bool IsLearners((int Pid, int Thread) thread) => stacks.Of(thread.Pid, thread.Thread)?.Frames.Any(frame => frame.File is not null) == true;
}
