using System.Collections.Immutable;
using Grader.Build;
using Grader.Launch.Stacks;
using Grader.Trace;
using Grader.Verify;

namespace Grader.Why;

/// <summary>All that is known about a failed submission.</summary>
/// <param name="KataId">E.g. <c>07-partial-join</c>.</param>
/// <param name="From">What stands after <c>--from</c> in the command that replays it; null for the default.</param>
/// <param name="Findings">All broken rules, of all scenarios.</param>
/// <param name="Traces">The traces of the scenarios that were played.</param>
/// <param name="Source">What the source itself says.</param>
/// <param name="Lines">Turns call sites into lines.</param>
public sealed record Case(
    string KataId, string? From, ImmutableArray<Finding> Findings, ImmutableArray<RunTrace> Traces, SourceFacts Source, LineMap Lines);
