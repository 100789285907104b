using System.Collections.Immutable;

namespace Grader.Contract;

/// <summary>
/// A step of a schedule. Before every step but <see cref="Hold"/> the grader waits until everything has settled.
/// After the last step everything is released and the run is played to its end.
/// </summary>
public abstract record Step
{
    private Step()
    {
    }

    /// <summary>From now on a process that comes to one of these gates waits there. Gates that nobody holds are passed at once.</summary>
    public sealed record Hold(ImmutableArray<Point> Gates) : Step;

    /// <summary>These expectations must be met now.</summary>
    public sealed record Check(ImmutableArray<Expectation> Expectations) : Step;

    /// <summary>Opens gates: who is held there goes on, and from now on everybody else passes too, also where another hold names the same gate.</summary>
    public sealed record Release(ImmutableArray<Point> Gates) : Step;

    /// <summary>Lets one process (the first in order of role) that is held at the gate go on; the gate stays closed for the others.</summary>
    public sealed record ReleaseOne(Point Gate) : Step;

    /// <summary>
    /// Lets one process (the first in order of role) that is held at the gate go on to its next gate, one system call that may concern others at a time: before each
    /// of them everybody else goes as far as he can. So whatever it gives others the chance to do, they do.
    /// </summary>
    public sealed record ReleaseSlowly(Point Gate) : Step;

    /// <summary>
    /// From here on one thread of the role's process, the one that stands at a gate or else its first, goes on like everybody; its other threads lag: they go one
    /// at a time, up to the next system call that may concern others, and each time only when nobody else can go on. So whatever the process leaves to them comes as
    /// late as it may. Among them the one goes on first that was started last.
    /// </summary>
    public sealed record Lag(Who Who) : Step
    {
        /// <summary>The other way round: the first thread lags, and all others go on like everybody.</summary>
        public bool IsOfFirst { get; init; }

        /// <summary>Among those who lag the one goes on first that was there first.</summary>
        public bool IsOldestFirst { get; init; }
    }

    /// <summary>Sends SIGKILL to the role, wherever it is held or parked.</summary>
    public sealed record Kill(Who Who) : Step;

    /// <summary>Sends SIGKILL to the process (the first in order of role) that is held at the gate.</summary>
    public sealed record KillOneAt(Point Gate) : Step;

    /// <summary>Sends a signal, by its Linux number, e.g. 15 for SIGTERM.</summary>
    public sealed record Signal(Who Who, int Number) : Step;

    /// <summary>A line comes on main's standard input, which goes on. At most 255 ASCII characters.</summary>
    public sealed record Type(string Line) : Step;

    /// <summary>Main's standard input ends. Without this step it ends before the run begins, unless <see cref="Surroundings.InputStaysOpen"/>.</summary>
    public sealed record CloseInput : Step;

    /// <summary>The second run begins: another main beside the first, in the same folders and session.</summary>
    public sealed record StartOther : Step;
}
