using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;
using Grader.Verify;
using Grader.Why.Causes;
using Grader.Why.Show;
using Grader.Why.Source;
using Grader.Why.Waits;

namespace Grader.Why;

/// <summary>Says why a submission failed. Pure: the same case yields the same diagnoses.</summary>
public static class Diagnoses
{
    private const int MostConsequences = 6;

    // A program may break a rule a thousand times in a run; to explain it once takes no more than these.
    private const int MostOfAKind = 12;

    private static readonly ImmutableHashSet<string> OncePerRole =
    [
        Code.WrongOutput, Code.NotAProcess, Code.RelayedOutput, Code.LostItem, Code.DuplicateItem, Code.WrongOrder, Code.TornItem, Code.HardCoded, Code.WrongExitCode, Code.Crashed,
    ];

    /// <summary>One diagnosis for each reason, the root cause first, with the others named under it as its consequences.</summary>
    public static ImmutableArray<Diagnosis> Of(Case @case)
    {
        var program = new ProgramMap(@case.Source);
        var sites = new PrintSites(@case, program);
        var scenes = KataJudge.Sort(@case.Findings)
            .GroupBy(finding => (finding.Scenario, finding.Code, finding.Role))
            .SelectMany(same => same.Take(MostOfAKind))
            .Select(finding => new Scene(finding, @case, program, sites)).ToList();
        var proven = scenes.Where(scene => scene.InEveryRun).Select(scene => scene.Finding.Code).ToHashSet();
        var all = scenes
            .GroupBy(scene => scene.Finding.Code)
            .SelectMany(InEveryRun)
            .Select(scene => (Diagnosis: Diagnose(scene), scene.Clarity, scene.InEveryRun, Order: (@case.Traces.IndexOf(scene.Trace!), scene.EventAt(scene.At)?.Segment ?? 0)))
            .GroupBy(found => found.Diagnosis.Finding.Code)
            .SelectMany(SameReasonOnce)
            .ToList();
        if (all.Count == 0)
        {
            return [];
        }

        var consequences = all.Skip(1).Where(other => proven.Contains(other.Finding.Code) && other.Finding.Code != all[0].Finding.Code && other.Finding.Code != Code.FixedName
                && !(other.Finding.Code == Code.TimedWait && all[0].Finding.Code == Code.Polling)
                && !(other.Finding.Code == Code.TooEarly && all[0].Finding.Code == Code.NotAProcess)).DistinctBy(other => other.Finding.Code)
            .Select(other => $"{other.Finding.Code}: {other.Sentence}").Take(MostConsequences);
        return [all[0] with { Primary = true, Consequences = [.. consequences] }, .. all.Skip(1)];
    }

    /// <summary>The compiler's own errors: the first is the primary one.</summary>
    public static ImmutableArray<Diagnosis> Of(string kataId, string? from, ImmutableArray<CompilerError> errors) =>
    [
        .. errors.Select((error, i) => CompileError.Diagnose(error) with { Primary = i == 0, Replay = Replay.Command(kataId, from, "") }),
    ];

    private static Diagnosis Diagnose(Scene scene)
    {
        var cause = LikelyCause.Of(scene);
        return new Diagnosis(scene.Finding)
        {
            Place = cause.Place,
            SourceLine = cause.Place is null ? "" : Visible.Text(scene.Program.TextAt(cause.Place)),
            Sentence = cause.Sentence,
            TryThis = cause.TryThis,
            WhatWasHeld = Held.Say(scene),
            Timeline = Timeline.Of(scene),
            Rule = scene.Rule,
            Circle = cause.WithCircle ? Circle.Of(scene) : [],
            Evidence = cause.Evidence,
            Scenarios = scene.Finding.Scenario.Length == 0 ? [] : [scene.Finding.Scenario],
            Replay = Replay.Command(scene.Case.KataId, scene.Case.From, scene.Finding.Scenario),
        };
    }

    /// <summary>What only this run shows is left out where others prove the same; and it is never told as a mere consequence.</summary>
    private static IEnumerable<Scene> InEveryRun(IGrouping<string, Scene> sameCode)
    {
        var proven = sameCode.Where(scene => scene.InEveryRun).ToList();
        return proven.Count > 0 ? proven : sameCode;
    }

    /// <summary>
    /// Findings of one code that point at the same line are one reason, and so are all lines of a role that are wrong; the one that shows most stands for all.
    /// The first place in the source comes first: what is wrong there comes first in the run, too.
    /// </summary>
    private static IEnumerable<Diagnosis> SameReasonOnce(IGrouping<string, (Diagnosis Diagnosis, int Clarity, bool InEveryRun, (int Trace, int Segment) Order)> sameCode) => sameCode
        .GroupBy(found => OncePerRole.Contains(sameCode.Key) ? found.Diagnosis.Finding.Role : $"{found.Diagnosis.Place}")
        .Select(same =>
        {
            var best = same.OrderByDescending(found => found.Diagnosis.Place is null ? 0 : 1).ThenByDescending(found => found.Clarity)
                .ThenBy(found => found.Order).ThenBy(found => found.Diagnosis.Finding.Message, StringComparer.Ordinal).First().Diagnosis;
            var scenarios = same.Where(found => found.InEveryRun).OrderBy(found => found.Order).SelectMany(found => found.Diagnosis.Scenarios).Where(name => name != best.Finding.Scenario).Distinct();
            return best with { Scenarios = [.. scenarios.Prepend(best.Finding.Scenario).Where(name => name.Length > 0)] };
        })
        .OrderBy(diagnosis => diagnosis.Place is null ? 1 : 0)
        .ThenBy(diagnosis => diagnosis.Place?.File, StringComparer.Ordinal)
        .ThenBy(diagnosis => diagnosis.Place?.Line)
        .ThenBy(diagnosis => diagnosis.Finding.Role ?? "", RoleOrder.Instance);
}
