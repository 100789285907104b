using Grader.Launch.Keeping;
using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>
/// Finds the processes of a run: 20 to 40 ms pass between the start of a process and its probe's first word, and other programs say no word at all.
/// </summary>
/// <param name="roster">The processes that are known.</param>
/// <param name="keeper">Adopts the run's orphans.</param>
/// <param name="kinship">By it, orphans that nobody has seen before are known.</param>
internal sealed class ProcessTree(Roster roster, Keeper keeper, Kinship kinship)
{
    // Orphans of other runs, and their mains: the keeper has many children, and asking twice about each would be dear.
    private readonly HashSet<int> strangers = [];

    // When the children of everybody were last read.
    private TreeSample? walked;

    /// <summary>Makes known whoever was started since the last time.</summary>
    /// <param name="sample">Taken just now: who has not run since the last walk has no new children, and is not asked. Null asks everybody.</param>
    public bool FindsNew(TreeSample? sample = null)
    {
        var any = false;
        foreach (var parent in roster.Living.Where(parent => sample?.HasNotRunSince(walked, parent) != true).ToList())
        {
            foreach (var child in Descendants.ChildrenOf(parent.Pid).Where(IsUnknown).ToList())
            {
                any |= roster.Add(child, parent, parent.Run) is not null;
            }
        }

        foreach (var orphan in Descendants.ChildrenOf(keeper.Pid).Where(pid => !strangers.Contains(pid) && IsUnknown(pid)).ToList())
        {
            switch (kinship.Claims(orphan))
            {
                case true:
                    any |= roster.Add(orphan, parent: null, run: 0) is not null;
                    break;
                case false:
                    strangers.Add(orphan);
                    break;
                default:
                    // It is just becoming another program, and cannot be told yet.
                    break;
            }
        }

        walked = sample ?? walked;
        return any;
    }

    /// <summary>Who is gone stays a child, as a zombie, until his parent has reaped him; only then can somebody else have his number.</summary>
    private bool IsUnknown(int pid) => roster.Find(pid) is not { } known || (known.IsGone && ProcessStatus.Read(pid) is { IsZombie: false });
}
