using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>Every thread of every living process of a run, sampled one after the other.</summary>
internal sealed class TreeSample
{
    private TreeSample(List<ThreadSample> threads) => Threads = threads;

    public IReadOnlyList<ThreadSample> Threads { get; }

    /// <summary>
    /// Null when somebody runs, is dying or has only now been found: nothing has settled. The children are asked for before and after the threads;
    /// a process that was started in between would else be missed.
    /// </summary>
    /// <param name="stage">The run.</param>
    /// <param name="tree">Finds processes that the grader does not know yet.</param>
    public static TreeSample? Take(Stage stage, ProcessTree tree)
    {
        if (tree.FindsNew())
        {
            return null;
        }

        var threads = new List<ThreadSample>();
        foreach (var player in stage.Living.ToList())
        {
            if (player.File.HasEnded() || !AddThreads(player.Pid, threads))
            {
                return null;
            }
        }

        return tree.FindsNew() ? null : new TreeSample(threads);
    }

    /// <summary>Nobody has run between this sample and an earlier one: there was an instant at which every thread was blocked.</summary>
    public bool IsSameAs(TreeSample earlier) => Threads.SequenceEqual(earlier.Threads);

    private static bool AddThreads(int pid, List<ThreadSample> threads)
    {
        var ids = ProcFile.Numbers($"/proc/{pid}/task");
        foreach (var id in ids)
        {
            if (ThreadSample.Read(pid, id) is not { IsRunning: false, IsDying: false } thread)
            {
                return false;
            }

            threads.Add(thread);
        }

        return ids.Count > 0;
    }
}
