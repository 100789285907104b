using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>Every thread of every living process of a run, sampled one after the other.</summary>
internal sealed class TreeSample
{
    private TreeSample(List<ThreadSample> threads) => Threads = threads;

    public IReadOnlyList<ThreadSample> Threads { get; }

    /// <summary>Null when somebody runs or is dying: nothing has settled.</summary>
    /// <param name="stage">The run.</param>
    /// <param name="busy">The thread that ran when it was last looked at. It is asked first, and alone while it goes on.</param>
    public static TreeSample? Take(Stage stage, ref (int Pid, int Thread)? busy)
    {
        if (busy is { } thread && ThreadSample.RunsNow(thread.Pid, thread.Thread))
        {
            return null;
        }

        busy = null;
        var threads = new List<ThreadSample>();
        foreach (var player in stage.Living)
        {
            if (player.File.HasEnded() || !AddThreads(player.Pid, threads, ref busy))
            {
                return null;
            }
        }

        return new TreeSample(threads);
    }

    /// <summary>Nobody has run between this sample and an earlier one: there was an instant at which every thread was blocked.</summary>
    public bool IsSameAs(TreeSample earlier) => Threads.SequenceEqual(earlier.Threads);

    private static bool AddThreads(int pid, List<ThreadSample> threads, ref (int Pid, int Thread)? busy)
    {
        var ids = ProcFile.Numbers($"/proc/{pid}/task");
        foreach (var id in ids)
        {
            var thread = ThreadSample.Read(pid, id);
            if (thread is not { IsRunning: false, IsDying: false })
            {
                busy = thread is { IsRunning: true } ? (pid, id) : null;
                return false;
            }

            threads.Add(thread);
        }

        return ids.Count > 0;
    }
}
