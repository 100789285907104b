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
        var played = recordings.Select(Played.From).ToImmutableArray();                              // Trace, Verify: signals -> trace -> findings
        played = await TellWhatDisturbed(program, played, cancel);
        var verdict = KataJudge.On(played);
        report = report with { Verdict = verdict.Verdict, Reason = verdict.Reason, Scenarios = [.. played.Select(one => one.Verdict), .. notPlayed], Traces = [.. played.Select(one => one.Trace)] };
        if (verdict.Verdict == Verdict.Failed)
        {
            var (told, findings) = await new Retelling(workshop, program).Of(played, cancel);        // Launch: what failed, once more
            report = report with
            {
                Traces = [.. played.Select(one => told.FirstOrDefault(other => other.Verdict.Scenario == one.Verdict.Scenario && other.Verdict.Verdict == one.Verdict.Verdict) ?? one).Select(one => one.Trace)],
                Diagnoses = Diagnoses.Of(new Case(                                                   // Why:    traces x findings -> diagnoses
                    report.Kata.Id, report.From, findings, [.. told.Select(one => one.Trace)], program.Facts, LineMap.Load(program.Assembly))),
            };
        }

        workshop.Forget(program);
        return report;
    }

    /// <summary>
    /// Two runs at once that fail may disturb each other, or be wrong one by one: then that is what is wrong. And where they do disturb each other they also
    /// disturbed the other scenarios, which are played side by side: what failed there is played again, alone. Nothing that is wrong can pass by it.
    /// </summary>
    private async Task<ImmutableArray<Played>> TellWhatDisturbed(
        KataProgram program, ImmutableArray<Played> played, CancellationToken cancel)
    {
        var disturbed = false;
        foreach (var both in played.Where(one => one.Verdict.Findings.Any(finding => finding.Code == Code.FixedName)))
        {
            var alone = await FirstFailed(program, both.Trace.Scenario.EachByItself(), Retelling.Knowing(played, Manner.Judged), cancel);
            played = alone is { } wrong ? played.Replace(both, wrong) : played;
            disturbed |= alone is null;
        }

        var failed = played.Where(one => disturbed && one.Trace.Scenario.Other is null && one.Verdict.Verdict == Verdict.Failed);
        foreach (var first in failed.OrderBy(one => Code.InOrder.IndexOf(one.Verdict.Findings[0].Code)))
        {
            var alone = await PlayAlone(program, first.Trace.Scenario, Manner.Judged, cancel);
            if (alone.Verdict.Verdict == Verdict.Failed && alone.Verdict.Findings[0].Code == first.Verdict.Findings[0].Code)
            {
                break; // It is wrong by itself, and what is left are lesser matters.
            }

            played = played.Replace(first, alone);
        }

        return played;
    }

    private async Task<Played?> FirstFailed(KataProgram program, IEnumerable<Scenario> scenarios, Manner manner, CancellationToken cancel)
    {
        foreach (var scenario in scenarios)
        {
            if (await PlayAlone(program, scenario, manner, cancel) is { Verdict.Verdict: Verdict.Failed } failed)
            {
                return failed;
            }
        }

        return null;
    }

    private async Task<Played> PlayAlone(KataProgram program, Scenario scenario, Manner manner, CancellationToken cancel) =>
        Played.From(await workshop.PlayAlone(program, scenario, manner, cancel));

    /// <summary>After a scenario that met a limit no other begins: nothing could weigh more, and whoever fills a disk once would do so in each of them.</summary>
    private Task<ImmutableArray<Recording>> PlayAll(KataContract kata, KataProgram program, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var played = 0;
        return workshop.PlayUntil(MetLimit, program, kata.Scenarios, Manner.Judged, cancel);

        bool MetLimit(Recording recording)
        {
            progress?.Report(new Progress(kata.Id, Interlocked.Increment(ref played), kata.Scenarios.Length));
            return recording.Signals.OfType<Signal.LimitHit>().Any(limit => Code.Unsurpassed.Contains(limit.Code));
        }
    }

    public void Dispose() => workshop.Dispose();
}
