using System.Collections.Immutable;

namespace Grader.Verify;

/// <summary><c>Unknown</c> is trouble of the grader or the machine, or what cannot be decided: never the learner's failure, never a pass.</summary>
public enum Verdict
{
    Passed,
    Failed,
    NotStarted,
    Unknown,
}

/// <summary>The verdict on one scenario. <paramref name="Reason"/> is for unknown: why.</summary>
public sealed record ScenarioVerdict(string Scenario, Verdict Verdict, string Reason, bool Proven, ImmutableArray<Finding> Findings);
