using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>What a run has computed, without the start of its processes: that takes as long as the machine makes it.</summary>
internal sealed class Computing(Roster roster, ActorReader actors)
{
    // In clock ticks of 10 ms. What a start takes at most, where the process does not say that it is over.
    private const long LongestStart = 200;
    private const double TicksPerSecond = 100;

    private readonly Dictionary<Player, long> seen = [];

    /// <summary>
    /// Processor time, in seconds. Two sums are each at most what was computed: that of everybody when he was last looked at, and that which the kernel adds up
    /// for those who live and the children that they have waited for (times(2)), some of whom nobody has seen.
    /// </summary>
    public double Seconds()
    {
        var (added, starts) = (0L, 0L);
        foreach (var player in roster.Players)
        {
            var status = player.IsGone ? null : ProcessStatus.Read(player.Pid);
            var start = player.TicksOfStart ?? (status is not null && actors.RunsProgram(player.Pid) ? Math.Min(status.CpuTicks, LongestStart) : 0);
            starts += start;
            if (status is not null)
            {
                added += status.CpuTicks + status.ReapedTicks;
                seen[player] = status.CpuTicks - start;
            }
        }

        return Math.Max(seen.Values.Sum(), added - starts) / TicksPerSecond;
    }
}
