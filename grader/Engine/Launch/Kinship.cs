using System.Text;
using Grader.Launch.Keeping;
using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>
/// Knows the processes of a run by what they inherit: the namespace; where there is none the parents, a mark in the environment, the session. Each of these can be shaken off.
/// </summary>
/// <param name="keeper">Parent of all mains and of all orphans.</param>
/// <param name="mark">The run's mark; no other run of this machine has it.</param>
internal sealed class Kinship(Keeper keeper, string mark)
{
    /// <summary>The name of the variable that marks the processes of a run.</summary>
    public const string Variable = "GRADER_RUN";

    private const int Generations = 100;
    private readonly byte[] own = Encoding.UTF8.GetBytes($"{Variable}={mark}\0");

    /// <summary>The session of the run; 0 before main has been started.</summary>
    public int Session { get; set; }

    /// <summary>
    /// The namespace of the run's mounts, as <c>/proc/[pid]/ns/mnt</c> reads; null where it has none. Nobody can leave it, so it tells for certain who is of the run.
    /// </summary>
    public string? Namespace { get; set; }

    /// <summary>Nothing else is played, so whoever is a child of the keeper is of this run.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether a child of the keeper is an orphan of this run; null when nothing tells.</summary>
    public bool? Claims(int pid) => IsAlone ? true : IsInNamespace(pid) ?? (ProcessStatus.Read(pid)?.Session == Session ? true : Mark(pid));

    /// <summary>Where a process is, in the words of <see cref="Namespace"/>.</summary>
    public static string? NamespaceOf(int pid) => ProcFile.Link($"/proc/{pid}/ns/mnt");

    /// <summary>Whether it descends from the keeper and not from the main of another run. False when it is gone.</summary>
    public bool IsOfRun(int pid)
    {
        if (IsInNamespace(pid) is { } isThere)
        {
            return isThere;
        }

        for (var generation = 0; generation < Generations; generation++)
        {
            if (Mark(pid) is { } marked)
            {
                return marked;
            }

            if (ProcessStatus.Read(pid) is not { Parent: > 1 } status)
            {
                return false;
            }

            if (status.Parent == keeper.Pid)
            {
                return true;
            }

            pid = status.Parent;
        }

        return false;
    }

    /// <summary>Null where that does not tell.</summary>
    private bool? IsInNamespace(int pid) => Namespace is not null && NamespaceOf(pid) is { } its ? its == Namespace : null;

    /// <summary>True for this run's mark, false for another's, null for none.</summary>
    private bool? Mark(int pid)
    {
        byte[]? environment;
        try
        {
            environment = ProcFile.Bytes($"/proc/{pid}/environ", 1 << 18);
        }
        catch (CannotSeeException)
        {
            return null;
        }

        if (environment is null || environment.AsSpan().IndexOf(own.AsSpan(0, Variable.Length + 1)) < 0)
        {
            return null;
        }

        return environment.AsSpan().IndexOf(own) >= 0;
    }
}
