using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Grader.Verify;
using Grader.Why;

namespace Grader.Write;

/// <summary>What grading one submission yielded: the one model that every format is written from.</summary>
/// <param name="Kata">With the scenarios that were asked for.</param>
/// <param name="From">What stands after <c>--from</c> in a command that grades this again; null for the default.</param>
/// <param name="Reason">For <see cref="Verdict.Unknown"/> and <see cref="Verdict.NotStarted"/>: why; else empty.</param>
public sealed record KataReport(KataContract Kata, Submission Submission, string? From, Verdict Verdict, string Reason)
{
    /// <summary>In the order of the spec; empty when nothing was played.</summary>
    public ImmutableArray<ScenarioVerdict> Scenarios { get; init; } = [];

    /// <summary>The primary one, the root cause, first; empty unless the verdict is failed.</summary>
    public ImmutableArray<Diagnosis> Diagnoses { get; init; } = [];

    /// <summary>The runs behind the scenarios, in their order.</summary>
    public ImmutableArray<RunTrace> Traces { get; init; } = [];

    /// <summary>What kept the runs apart from the machine; null when it is not known.</summary>
    public Protection? Protection { get; init; }

    /// <summary>Wall time, for the reader only.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The root cause of a failed submission; null for every other verdict.</summary>
    public Diagnosis? Primary => Diagnoses.FirstOrDefault();
}
