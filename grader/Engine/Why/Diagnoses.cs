using System.Collections.Immutable;
using Grader.Build;
using Grader.Verify;

namespace Grader.Why;

/// <summary>Says why a submission failed. Pure: the same case yields the same diagnoses.</summary>
public static class Diagnoses
{
    /// <summary>One diagnosis for each reason, the root cause first.</summary>
    public static ImmutableArray<Diagnosis> Of(Case @case) =>
    [
        .. @case.Findings
            .OrderBy(finding => Code.InOrder.IndexOf(finding.Code))
            .DistinctBy(finding => finding.Code)
            .Select((finding, i) => new Diagnosis(finding) { Primary = i == 0, Replay = Replay.Command(@case.KataId, @case.From, finding.Scenario) }),
    ];

    /// <summary>The compiler's own errors: the first is the primary one.</summary>
    public static ImmutableArray<Diagnosis> Of(string kataId, string? from, ImmutableArray<CompilerError> errors) =>
    [
        .. errors.Select((error, i) => CompileError.Diagnose(error) with { Primary = i == 0, Replay = Replay.Command(kataId, from, "") }),
    ];
}
