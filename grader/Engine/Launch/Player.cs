using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>A process of the run, from the moment that the grader knows of it until it is gone.</summary>
internal sealed class Player(int pid, PidFile file, Player? parent, int run)
{
    public int Pid => pid;

    /// <summary>What the process itself, and the keeper, take for its pid.</summary>
    public int OwnPid { get; } = OwnId.OfProcess(pid) is var own and not 0 ? own : pid;

    public PidFile File => file;

    public Player? Parent => parent;

    /// <summary>0 for the first run of the scenario, 1 for the second.</summary>
    public int Run => run;

    /// <summary>Null until it is known what it is: at its hello, or when it has settled without one.</summary>
    public Actor? Actor { get; set; }

    /// <summary>The grader started it itself.</summary>
    public bool IsMain { get; init; }

    public bool IsKata => Actor is { IsKata: true };

    public bool IsGone { get; set; }

    /// <summary>Where it prints; null when its standard output is a message to somebody else.</summary>
    public OutputPipe? Output { get; set; }

    /// <summary>Its standard error is the one that main inherited, and no channel.</summary>
    public bool ErrsToMain { get; set; }

    /// <summary>Processor time, in clock ticks, that its start had taken when it said hello; null until then.</summary>
    public long? TicksOfStart { get; set; }

    public int LinesReached { get; set; }

    /// <summary>How often the grader has given it leave.</summary>
    public int Passes { get; set; }

    /// <summary>The exit code that it said at the exit gate. Only used where the kernel does not tell.</summary>
    public int? SaidCode { get; set; }

    /// <summary>It has come to its exit gate: what runs from there on is the runtime, and what the program has told it to call at the end.</summary>
    public bool IsEnding => SaidCode is not null;

    /// <summary>The gates that it stands at: at most a line and, by another thread, the exit.</summary>
    public List<Visit> Visits { get; } = [];
}
