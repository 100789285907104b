using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>Every thread of every living process of a run, sampled one after the other.</summary>
internal sealed class TreeSample
{
    private readonly Dictionary<Player, List<ThreadSample>> processes = [];

    public IEnumerable<ThreadSample> Threads => processes.Values.SelectMany(threads => threads);

    /// <summary>Null when somebody runs or is dying: nothing has settled.</summary>
    /// <param name="living">The processes of the run.</param>
    /// <param name="busy">The thread that ran when it was last looked at. It is asked first, and alone while it goes on.</param>
    public static TreeSample? Take(IEnumerable<Player> living, ref (int Pid, int Thread)? busy)
    {
        if (busy is { } thread && ThreadSample.RunsNow(thread.Pid, thread.Thread))
        {
            return null;
        }

        busy = null;
        var sample = new TreeSample();
        foreach (var player in living)
        {
            if (player.File.HasEnded() || ThreadsOf(player.Pid, ref busy) is not { } threads)
            {
                return null;
            }

            sample.processes.Add(player, threads);
        }

        return sample;
    }

    /// <summary>Nobody has run between this sample and an earlier one: there was an instant at which every thread was blocked.</summary>
    public bool IsSameAs(TreeSample earlier) => processes.Count == earlier.processes.Count && processes.Keys.All(player => HasNotRunSince(earlier, player));

    /// <summary>No thread of the process has run between an earlier sample and this one. Whoever has not run has started nobody and opened nothing.</summary>
    public bool HasNotRunSince(TreeSample? earlier, Player player) =>
        earlier is not null
        && earlier.processes.TryGetValue(player, out var before)
        && processes.TryGetValue(player, out var now)
        && now.SequenceEqual(before);

    private static List<ThreadSample>? ThreadsOf(int pid, ref (int Pid, int Thread)? busy)
    {
        var threads = new List<ThreadSample>();
        foreach (var id in ProcFile.Numbers($"/proc/{pid}/task"))
        {
            var thread = ThreadSample.Read(pid, id);
            if (thread is not { IsRunning: false, IsDying: false })
            {
                busy = thread is { IsRunning: true } ? (pid, id) : null;
                return null;
            }

            threads.Add(thread);
        }

        return threads.Count > 0 ? threads : null;
    }
}
