using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>Finds who asks again and again without ever waiting: he burns a processor, and nothing gets on meanwhile.</summary>
/// <param name="roster">The processes of the run.</param>
/// <param name="stacks">Their stacks.</param>
/// <param name="headway">What the run gets done.</param>
/// <param name="known">The roles that have been seen to do so.</param>
internal sealed class Burning(Roster roster, StackCache stacks, Headway headway, IReadOnlyCollection<string> known)
{
    // In milliseconds. Looking costs; who has just been heard of need not be looked at.
    private const double FirstLook = 100;
    private const double LooksEvery = 100;

    // One second, in clock ticks of 10 ms; of who is known for it, less.
    private const long BurntTicks = 100;
    private const long BurntTicksOfKnown = 30;

    // On a busy machine who yields in a loop (Thread.Yield, Sleep(0)) gets next to no processor time, but is switched each time. Who computes and is preempted
    // so often has burnt his second before, and the base library's locks and events block after some dozens of yields.
    private const long Yields = 500;

    private readonly Dictionary<(int Pid, int Thread), (long Ticks, long Preemptions)> before = [];
    private double nextLook = FirstLook;

    /// <summary>Something happened: counting begins anew.</summary>
    public void Reset()
    {
        before.Clear();
        nextLook = FirstLook;
    }

    /// <summary>The thread that has burnt a second of processor time since something got on, or has yielded hundreds of times.</summary>
    /// <param name="waited">Time since the last event, in milliseconds.</param>
    public (int Pid, int Thread)? Find(double waited)
    {
        if (waited < nextLook)
        {
            return null;
        }

        nextLook = waited + LooksEvery;
        if (headway.IsMade())
        {
            before.Clear();
        }

        foreach (var player in roster.Living)
        {
            var enough = player.Actor is { } actor && known.Contains(actor.Role) ? BurntTicksOfKnown : BurntTicks;
            foreach (var thread in ProcFile.Numbers($"/proc/{player.Pid}/task"))
            {
                var (key, now) = ((player.Pid, thread), Spent(player.Pid, thread));
                if (before.TryAdd(key, now) || !(now.Ticks - before[key].Ticks >= enough || Yielded(key, now.Preemptions - before[key].Preemptions)))
                {
                    continue;
                }

                if (!headway.IsMade())
                {
                    return key;
                }

                before.Clear();
                return null;
            }
        }

        return null;
    }

    private bool Yielded((int Pid, int Thread) thread, long preemptions) =>
        preemptions >= Yields && stacks.OfRunning(thread.Pid, thread.Thread)?.Frames.Any(frame => frame.File is not null) == true;

    private static (long Ticks, long Preemptions) Spent(int pid, int thread) =>
        (ProcessStatus.ReadThread(pid, thread)?.CpuTicks ?? 0, ThreadSample.PreemptionsNow(pid, thread) ?? 0);
}
