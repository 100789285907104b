using System.Collections.Immutable;
using Grader.Contract;

namespace Grader.Launch;

/// <summary>What a scenario is played for.</summary>
public sealed record Manner
{
    /// <summary>For the verdict: as fast as it goes.</summary>
    public static readonly Manner Judged = new();

    /// <summary>For the explanation.</summary>
    public static readonly Manner Told = new() { WithCallSites = true };

    /// <summary>For an explanation that is the same every time.</summary>
    public static readonly Manner ToldInTurn = new() { WithCallSites = true, InTurn = true };

    /// <summary>Each line says where in the source it was printed, which costs every process that prints some 20 ms.</summary>
    public bool WithCallSites { get; private init; }

    /// <summary>
    /// Whom no step holds goes on alone too, one after the other. So what the program leaves to chance, which worker wins, say, always goes the same way.
    /// </summary>
    public bool InTurn { get; private init; }

    /// <summary>Where the scenario has a pace of its own, that one counts.</summary>
    public bool IsInTurn(Scenario scenario) => InTurn && scenario.Pace == Pace.Free;

    /// <summary>Seen before: these are not waited out once more.</summary>
    public ImmutableHashSet<LongWait> LongWaits { get; init; } = [];

    /// <summary>Seen before: who asks again and again. It is believed sooner, in whatever scenario.</summary>
    public ImmutableHashSet<Poller> Pollers { get; init; } = [];
}

/// <summary>Somebody has waited by time for too long to call it work.</summary>
/// <param name="Scenario">The name of the scenario.</param>
/// <param name="Role">Who.</param>
/// <param name="Place">Where: the learner's innermost frame.</param>
public sealed record LongWait(string Scenario, string Role, Frame Place)
{
    /// <summary>Null when no code of the learner's is on the stack.</summary>
    public static LongWait? Of(string scenario, string role, ThreadStack? stack) =>
        Poller.PlaceOf(stack) is { } place ? new(scenario, role, place) : null;
}

/// <summary>Somebody asks again and again.</summary>
/// <param name="Role">Who.</param>
/// <param name="Place">Where: the learner's innermost frame. Null when no code of the learner's is on the stack.</param>
public sealed record Poller(string Role, Frame? Place)
{
    /// <summary>The place tells, whoever stands there; where there is none, the role.</summary>
    public bool Is(string role, ThreadStack stack) => Place is null ? role == Role : PlaceOf(stack) == Place;

    public static Frame? PlaceOf(ThreadStack? stack) => stack?.Frames.FirstOrDefault(frame => frame.File is not null);
}
