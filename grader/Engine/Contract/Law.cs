using System.Collections.Immutable;

namespace Grader.Contract;

/// <summary>A law about the order of happenings that every run must obey, whatever its schedule. It must be true of every correct program.</summary>
public abstract record Law(string Rule)
{
    /// <summary>
    /// Nothing that fits <paramref name="Then"/> is reached before <paramref name="Count"/> happenings that fit <paramref name="First"/> are over
    /// (a start or a line is over when the process has the grader's leave).
    /// </summary>
    public sealed record Before(string Rule, Point First, Point Then, int Count = 1) : Law(Rule);

    /// <summary>
    /// At most <paramref name="AtMost"/> processes are inside at a time: a process is inside from reaching <paramref name="Enter"/>
    /// until its line at <paramref name="Leave"/> is printed or it is gone.
    /// </summary>
    public sealed record Inside(string Rule, Point Enter, Point Leave, int AtMost) : Law(Rule);
}

/// <summary>One process's own share of the machine and of time in a scenario.</summary>
public sealed record Surroundings
{
    public static readonly Surroundings Plain = new();

    /// <summary>Variables that main is given besides the usual ones.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How many processors main may run on (CPU affinity); null for all.</summary>
    public int? Processors { get; init; }

    /// <summary>Main's standard input is open to the end of the run, although no step closes it (kata 27: main ends in another way).</summary>
    public bool InputStaysOpen { get; init; }

    /// <summary>Main may wait by time until it has come to this point (kata 09); null: never.</summary>
    public Point? MainMayWaitByTimeUntil { get; init; }
}
