using System.Collections.Immutable;
using System.Diagnostics;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Launch.Stacks;
using Grader.Trace;
using Grader.Verify;
using Grader.Why;
using Grader.Write;

namespace Grader;

/// <summary>
/// The flow: a submission becomes a program, the program is played once per scenario, each run becomes a trace, the traces are judged,
/// what was found is explained, and all of it is one report. Thread-safe; any number of submissions can be graded side by side.
/// </summary>
public sealed class Grading : IDisposable
{
    private readonly Workshop workshop;

    private Grading(Workshop workshop) => this.workshop = workshop;

    /// <summary>Starts the tools: a warm compiler and the keeper of the learners' processes. Disposing ends them and all that they started.</summary>
    public static Grading Open(GradingOptions options) => new(new Workshop(options));

    /// <inheritdoc cref="Launcher.Protection"/>
    public Protection Protection => workshop.Protection;

    /// <summary>Grades one submission on the scenarios of <paramref name="kata"/>.</summary>
    /// <exception cref="OperationCanceledException">It was called off; nothing of it is left.</exception>
    public async Task<KataReport> Grade(KataContract kata, Submission submission, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var report = new KataReport(kata, submission, SubmissionFrom.Of(submission, workshop.Options.Home), Verdict.Unknown, "");
        report = await workshop.Build(submission, cancel) switch                                     // Build:  submission -> program
        {
            BuildResult.Built(var program) => await GradeProgram(report, program, progress, cancel),
            BuildResult.Failed(var errors) => report with { Verdict = Verdict.Failed, Diagnoses = Diagnoses.Of(kata.Id, report.From, errors) },
            BuildResult.NotStarted(var reason) => report with { Verdict = Verdict.NotStarted, Reason = reason },
            BuildResult.Trouble(var reason) => report with { Reason = reason },
            _ => throw new UnreachableException(),
        };
        return report with { Duration = clock.Elapsed, Protection = Protection };
    }

    private async Task<KataReport> GradeProgram(KataReport report, KataProgram program, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var recordings = await PlayAll(report.Kata, program, progress, cancel);                      // Launch: program x scenario -> signals
        var notPlayed = report.Kata.Scenarios.Select(scenario => scenario.Name).Except(recordings.Select(recording => recording.Scenario.Name))
            .Select(name => new ScenarioVerdict(name, Verdict.Unknown, "not played: a limit was met before, and nothing weighs more", Proven: false, []));
        var traces = recordings.Select(RunTrace.From).ToImmutableArray();                            // Trace:  signals -> trace
        var played = traces.Select(trace => (Trace: trace, Verdict: Judge.On(trace))).ToImmutableArray();            // Verify: trace x scenario -> findings
        played = await TellWhatDisturbed(program, played, cancel);
        played = await PlayAgainWhatFailed(program, played, cancel);
        var verdict = KataJudge.On(played);
        if (verdict.Verdict == Verdict.Failed)
        {
            played = [.. played.Select(p => Canonical.Of(p.Trace)).Select(trace => (trace, Judge.On(trace)))];           // what is told of a failure is the same in every run
            verdict = KataJudge.On(played);
        }

        report = report with { Verdict = verdict.Verdict, Reason = verdict.Reason, Scenarios = [.. played.Select(p => p.Verdict), .. notPlayed], Traces = [.. played.Select(p => p.Trace)] };
        report = report with { Diagnoses = Explain(report, program, verdict.Findings) };             // Why:    traces x findings -> diagnoses
        workshop.Forget(program);
        return report;
    }

    /// <summary>
    /// Two runs at once that fail may disturb each other, or be wrong one by one: then that is what is wrong. And where they do disturb each other they also
    /// disturbed the other scenarios, which are played side by side: what failed there is played again, alone. Nothing that is wrong can pass by it.
    /// </summary>
    private async Task<ImmutableArray<(RunTrace Trace, ScenarioVerdict Verdict)>> TellWhatDisturbed(
        KataProgram program, ImmutableArray<(RunTrace Trace, ScenarioVerdict Verdict)> played, CancellationToken cancel)
    {
        var disturbed = false;
        foreach (var both in played.Where(one => one.Verdict.Findings.Any(finding => finding.Code == Code.FixedName)))
        {
            var alone = await FirstFailed(program, both.Trace.Scenario.EachByItself(), cancel);
            played = alone is { } wrong ? played.Replace(both, wrong) : played;
            disturbed |= alone is null;
        }

        var failed = played.Where(one => disturbed && one.Trace.Scenario.Other is null && one.Verdict.Verdict == Verdict.Failed);
        foreach (var first in failed.OrderBy(one => Code.InOrder.IndexOf(one.Verdict.Findings[0].Code)))
        {
            var alone = await PlayAlone(program, first.Trace.Scenario, cancel);
            if (alone.Verdict.Verdict == Verdict.Failed && alone.Verdict.Findings[0].Code == first.Verdict.Findings[0].Code)
            {
                break; // It is wrong by itself, and what is left are lesser matters.
            }

            played = played.Replace(first, alone);
        }

        return played;
    }

    private async Task<(RunTrace Trace, ScenarioVerdict Verdict)?> FirstFailed(KataProgram program, IEnumerable<Scenario> scenarios, CancellationToken cancel)
    {
        foreach (var scenario in scenarios)
        {
            if (await PlayAlone(program, scenario, cancel) is { Verdict.Verdict: Verdict.Failed } failed)
            {
                return failed;
            }
        }

        return null;
    }

    private async Task<(RunTrace Trace, ScenarioVerdict Verdict)> PlayAlone(KataProgram program, Scenario scenario, CancellationToken cancel)
    {
        var trace = RunTrace.From(await workshop.PlayAlone(program, scenario, cancel));
        return (trace, Judge.On(trace));
    }

    /// <summary>
    /// What explains a failure is played once more, now with the places in the source that lines come from: they cost time, and a right submission
    /// needs none. Where chance has it that other rules are broken then, it is played again, and in the end the first run stands. Who met a limit meets it
    /// anywhere: no line explains it.
    /// </summary>
    private async Task<ImmutableArray<(RunTrace Trace, ScenarioVerdict Verdict)>> PlayAgainWhatFailed(
        KataProgram program, ImmutableArray<(RunTrace Trace, ScenarioVerdict Verdict)> played, CancellationToken cancel)
    {
        const int scenes = 2;
        const int tries = 3;
        var findings = KataJudge.On(played).Findings;
        var chosen = findings.Where(finding => finding.Code == findings[0].Code && !Code.Unsurpassed.Contains(finding.Code)).Select(finding => finding.Scenario).Distinct().Take(scenes).ToList();
        return [.. await Task.WhenAll(played.Select(async first =>
        {
            if (!chosen.Contains(first.Verdict.Scenario))
            {
                return first;
            }

            for (var i = 0; i < tries; i++)
            {
                var trace = RunTrace.From(await workshop.Play(program, first.Trace.Scenario, withCallSites: true, cancel));
                var again = (Trace: trace, Verdict: Judge.On(trace));
                if (Broken(again.Verdict).SequenceEqual(Broken(first.Verdict)))
                {
                    return again;
                }
            }

            return first;
        }))];

        static IEnumerable<(string Code, string? Role)> Broken(ScenarioVerdict verdict) => verdict.Findings.Select(finding => (finding.Code, finding.Role));
    }

    private static ImmutableArray<Diagnosis> Explain(KataReport report, KataProgram program, ImmutableArray<Finding> findings) => findings.IsEmpty ? [] :
        Diagnoses.Of(new Case(report.Kata.Id, report.From, findings, report.Traces, program.Facts, LineMap.Load(program.Assembly)));

    /// <summary>After a scenario that met a limit no other begins: nothing could weigh more, and whoever fills a disk once would do so in each of them.</summary>
    private Task<ImmutableArray<Recording>> PlayAll(KataContract kata, KataProgram program, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var played = 0;
        return workshop.PlayUntil(MetLimit, program, kata.Scenarios, cancel);

        bool MetLimit(Recording recording)
        {
            progress?.Report(new Progress(kata.Id, Interlocked.Increment(ref played), kata.Scenarios.Length));
            return recording.Signals.OfType<Signal.LimitHit>().Any(limit => Code.Unsurpassed.Contains(limit.Code));
        }
    }

    public void Dispose() => workshop.Dispose();
}
