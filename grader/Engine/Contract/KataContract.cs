using System.Collections.Immutable;

namespace Grader.Contract;

/// <summary>A kata as the grader knows it: its id and the scenarios that its law is made of.</summary>
/// <param name="Id">The folder's name, e.g. <c>07-partial-join</c>.</param>
/// <param name="Scenarios">In the order in which they are reported.</param>
/// <param name="Deterministic">The canonical run's whole trace is the same every time, and is a snapshot.</param>
public sealed record KataContract(string Id, ImmutableArray<Scenario> Scenarios, bool Deterministic)
{
    /// <summary>The kata's number: 7 for <c>07-partial-join</c>.</summary>
    public int Number => int.Parse(Id.AsSpan(0, 2));

    /// <summary>The name without its number: <c>partial-join</c>.</summary>
    public string Title => Id[3..];

    /// <summary>From kata 14 on the plumbing in <c>katas/toolkit</c> is given.</summary>
    public bool UsesToolkit => Number >= 14;
}
