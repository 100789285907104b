using System.Collections.Immutable;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>The verdict on a kata: all findings of all its scenarios, the root cause first.</summary>
/// <param name="Verdict">Failed when any scenario failed; else unknown when any is; else passed.</param>
/// <param name="Reason">For unknown: why.</param>
/// <param name="Findings">The first one is the primary.</param>
public sealed record KataVerdict(Verdict Verdict, string Reason, ImmutableArray<Finding> Findings)
{
    public Finding? Primary => Findings.FirstOrDefault();
}

/// <summary>Puts the verdicts on a kata's scenarios together.</summary>
public static class KataJudge
{
    public static KataVerdict On(IReadOnlyCollection<Played> played)
    {
        var sameWorkers = HardCodedRule.SameWorkers(played).ToList();
        var findings = Sort([.. sameWorkers, .. HardCodedRule.SameLines(played), .. FindingsOf(played)
            .Select(finding => sameWorkers.Count > 0 && finding.Code == Code.WrongProcessCount ? finding with { Code = Code.HardCoded } : finding)]);
        var unknown = played.Where(scenario => scenario.Verdict.Verdict == Verdict.Unknown).ToList();
        return (findings.Length, unknown.Count) switch
        {
            ( > 0, _) => new KataVerdict(Verdict.Failed, "", findings),
            (_, > 0) => new KataVerdict(Verdict.Unknown, string.Join("; ", unknown.Select(scenario => $"{scenario.Verdict.Scenario}: {scenario.Verdict.Reason}")), []),
            _ when played.Count == 0 => new KataVerdict(Verdict.Unknown, "no scenario was played", []),
            _ => new KataVerdict(Verdict.Passed, "", []),
        };
    }

    /// <summary>
    /// A main that has its workers in other runs knows how to start them: where it says the right thing without any, it started too few of them.
    /// </summary>
    private static IEnumerable<Finding> FindingsOf(IReadOnlyCollection<Played> played)
    {
        var hasWorkers = played.Any(scenario => Run.Of(scenario.Trace).Any(run => run.Workers.Length > 0));
        return
        [
            .. played.SelectMany(scenario =>
                hasWorkers && Run.Of(scenario.Trace).First() is var run && OneProcessRule.SilentWorkDoneByMain(run).Any()
                    ? scenario.Verdict.Findings.Select(finding => finding.Code == Code.NotAProcess
                        ? finding with { Code = Code.WrongProcessCount, Message = $"{Phrases.List(run.Outcome.Workers)} never started; main started no worker." }
                        : finding)
                    : scenario.Verdict.Findings),
        ];
    }

    /// <summary>In the order of root causes, then of the scenarios. A flood of processes is only the consequence of starting too many of them.</summary>
    public static ImmutableArray<Finding> Sort(IReadOnlyCollection<Finding> findings)
    {
        var tooMany = findings.Any(finding => finding.Code == Code.WrongProcessCount);
        return [.. findings.Where(finding => !tooMany || finding.Code != Code.ProcessLimit).OrderBy(finding => Code.InOrder.IndexOf(finding.Code))];
    }
}
