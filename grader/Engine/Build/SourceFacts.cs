using System.Collections.Immutable;

namespace Grader.Build;

/// <summary>A call or an object creation in the learner's source. Positions only: nothing is judged here.</summary>
/// <param name="File">Relative to the submission.</param>
/// <param name="Line">1-based; the line where the called name stands.</param>
/// <param name="Method">The method or local function around it; <c>Main</c> for top-level statements.</param>
/// <param name="Name">What is called, e.g. <c>WaitForExit</c>; <c>new Thread</c> for a creation; <c>lock</c>, <c>return</c>, <c>throw</c>, <c>catch</c>, <c>number</c>,
/// <c>if</c>, <c>while</c>, <c>for</c> and <c>foreach</c> (what they ask, what they run over), <c>++</c> and <c>static</c> (a field that all methods share) for what is no call.</param>
/// <param name="Receiver">What it is called on, e.g. <c>square</c> or <c>Console</c>; empty when nothing stands there.</param>
/// <param name="AssignedTo">The variable that takes the result; empty when there is none.</param>
/// <param name="Literals">The strings and numbers among the arguments, wherever they stand in them; holes of an interpolated string are <c>*</c>.</param>
/// <param name="Names">The identifiers among the arguments.</param>
/// <param name="Depth">How many loops are around it within the method.</param>
public sealed record SourceCall(
    string File, int Line, string Method, string Name, string Receiver, string AssignedTo, ImmutableArray<string> Literals, ImmutableArray<string> Names, int Depth)
{
    /// <summary>It stands in a branch that only a process called with <c>--worker</c> takes.</summary>
    public bool InWorkerBranch { get; init; }
}

/// <summary>What the source itself says, for places that a run cannot show (where is <c>cube</c> started? where is a join missing?).</summary>
/// <param name="Calls">All calls, in order of files and lines.</param>
/// <param name="Lines">The text of each file's lines.</param>
public sealed record SourceFacts(ImmutableArray<SourceCall> Calls, ImmutableDictionary<string, ImmutableArray<string>> Lines)
{
    public static readonly SourceFacts None = new([], ImmutableDictionary<string, ImmutableArray<string>>.Empty);
}
