using System.Text;
using Grader.Launch.Keeping;
using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>
/// Knows the processes of a run by what they inherit: the parents, a mark in the environment, the session. Each of them can be shaken off, hardly all at once.
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

    /// <summary>Whether a child of the keeper is an orphan of this run; null when nothing tells.</summary>
    public bool? Claims(int pid) => ProcessStatus.Read(pid)?.Session == Session ? true : Mark(pid);

    /// <summary>Whether it descends from the keeper and not from the main of another run. False when it is gone.</summary>
    public bool IsOfRun(int pid)
    {
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
