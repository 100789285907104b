using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>
/// Tells polling from waiting, by counting since the last event: how often a thread came back to a timed wait, and how much processor time it burnt,
/// while nobody moved a byte. Counting switches alone, or looking at the clock, would accuse starting and slow programs: see DESIGN, part 4.
/// </summary>
internal sealed class Patience(Roster roster, StackCache stacks, RunFolder folder, Limits limits)
{
    // Enough to tell asking again from waiting twice. A worker may pretend work in several short sleeps, hence more for him;
    // and where bytes move at the same time it may be a transfer, hence many more.
    private const int ReturnsOfMain = 5;
    private const int ReturnsOfWorker = 12;
    private const int ReturnsWithTraffic = 60;

    // In milliseconds. Looking costs; who has just been heard of need not be looked at.
    private const double FirstLook = 300;

    // One second, in clock ticks of 10 ms.
    private const long BurntTicks = 100;

    // On a busy machine who yields in a loop (Thread.Yield, Sleep(0)) gets next to no processor time, but is switched each time. Who computes and is preempted
    // so often has burnt his second before, and the base library's locks and events block after some dozens of yields.
    private const long Yields = 500;

    // In bytes. Who asks again and again needs no more memory for it; who takes this much more has been busy taking it.
    private const long Growth = 16 << 20;

    private readonly Dictionary<(int Pid, int Thread), (long Switches, int Returns)> returns = [];
    private readonly Dictionary<(int Pid, int Thread), (long Ticks, long Preemptions)> spent = [];
    private long? traffic;
    private long? trafficOfTicks;
    private long memoryOfTicks;
    private DateTime since = DateTime.UtcNow;
    private double nextLook = FirstLook;

    /// <summary>Time since the last event, in milliseconds.</summary>
    public double Waited => (DateTime.UtcNow - since).TotalMilliseconds;

    public bool IsOver => Waited > limits.TimedMilliseconds;

    /// <summary>Something happened: counting begins anew.</summary>
    public void Reset()
    {
        returns.Clear();
        spent.Clear();
        traffic = null;
        since = DateTime.UtcNow;
        nextLook = FirstLook;
    }

    /// <summary>Everything is blocked, and these threads wait with a time-out. The one that polls, if it is proven by now.</summary>
    public ThreadSample? FindPolling(IReadOnlyList<ThreadSample> timed)
    {
        traffic ??= Traffic();
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

    /// <summary>
    /// Somebody runs. The thread that has burnt a second of processor time since the last event, or has yielded hundreds of times, if there is one, and nobody moved
    /// a byte, made a file or took memory.
    /// </summary>
    public (int Pid, int Thread)? FindBurning()
    {
        const int looksEvery = 200;
        if (Waited < nextLook)
        {
            return null;
        }

        nextLook = Waited + looksEvery;
        var (moved, memory) = (Traffic() + FilesMade(), roster.Living.Sum(player => ProcessMemory.Read(player.Pid).Own));
        if (moved != trafficOfTicks || memory > memoryOfTicks + Growth)
        {
            // Bytes have moved since, files were made, or memory was taken: the second of processor time begins anew.
            trafficOfTicks = moved;
            memoryOfTicks = memory;
            spent.Clear();
        }

        foreach (var player in roster.Living)
        {
            foreach (var thread in ProcFile.Numbers($"/proc/{player.Pid}/task"))
            {
                var (key, now) = ((player.Pid, thread), Spent(player.Pid, thread));
                if (!spent.TryAdd(key, now) && (now.Ticks - spent[key].Ticks >= BurntTicks || Yielded(key, now.Preemptions - spent[key].Preemptions)) && Traffic() + FilesMade() == moved)
                {
                    return key;
                }
            }
        }

        return null;
    }

    private int Enough(int pid) =>
        Traffic() != traffic ? ReturnsWithTraffic
        : roster.Find(pid) is { IsMain: true } ? ReturnsOfMain
        : ReturnsOfWorker;

    /// <summary>Bytes and calls of all reads and writes of the run's processes (<c>/proc/[pid]/io</c>).</summary>
    private long Traffic() => roster.Living.Sum(player => (ProcFile.Text($"/proc/{player.Pid}/io") ?? "")
        .Split('\n')
        .Where(line => line.StartsWith("rchar", StringComparison.Ordinal) || line.StartsWith("wchar", StringComparison.Ordinal))
        .Sum(line => long.Parse(line[(line.IndexOf(':') + 1)..])));

    /// <summary>Differs when files were made or deleted in the run's folders: that moves no bytes.</summary>
    private long FilesMade() => folder.Written.Sum(path => Directory.GetLastWriteTimeUtc(path).Ticks % TimeSpan.TicksPerDay);

    private bool Yielded((int Pid, int Thread) thread, long preemptions) =>
        preemptions >= Yields && stacks.OfRunning(thread.Pid, thread.Thread)?.Frames.Any(frame => frame.File is not null) == true;

    private static (long Ticks, long Preemptions) Spent(int pid, int thread)
    {
        var text = ProcFile.Text($"/proc/{pid}/task/{thread}/stat", 2048);
        var fields = text?[(text.LastIndexOf(')') + 2)..].Split(' ');
        return fields is null ? default : (long.Parse(fields[11]) + long.Parse(fields[12]), ThreadSample.PreemptionsNow(pid, thread) ?? 0);
    }
}
