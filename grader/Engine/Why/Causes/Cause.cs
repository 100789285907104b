using System.Collections.Immutable;
using Grader.Launch.Stacks;

namespace Grader.Why.Causes;

/// <summary>The likely mistake behind a finding.</summary>
/// <param name="Place">Where it probably sits; null when nothing points at a line.</param>
/// <param name="Sentence">About this program.</param>
/// <param name="TryThis">One or two sentences.</param>
internal sealed record Cause(SourcePlace? Place, string Sentence, string TryThis)
{
    /// <summary>Further evidence, line by line.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Whether the circle of who waits for whom belongs to it.</summary>
    public bool WithCircle { get; init; }

    /// <summary><c> at Program.cs:21</c>, or nothing.</summary>
    public static string At(SourcePlace? place) => place is null ? "" : $" at {place}";
}
