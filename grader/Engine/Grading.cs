using System.Collections.Immutable;
using System.Diagnostics;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Grader.Verify;
using Grader.Write;

namespace Grader;

/// <summary>
/// The flow: a submission becomes a program, the program is played once per scenario, each run becomes a trace, the traces are judged,
/// what was found is explained, and all of it is one report. Thread-safe; any number of submissions can be graded side by side.
/// </summary>
public sealed class Grading : IAsyncDisposable
{
    private readonly GradingOptions options;
    private readonly SemaphoreSlim slots;

    private Grading(GradingOptions options)
    {
        this.options = options;
        slots = new SemaphoreSlim(options.Jobs);
    }

    /// <summary>Starts the tools: a warm compiler and the keeper of the learners' processes. Disposing ends them and all that they started.</summary>
    public static Grading Open(GradingOptions options) => new(options);

    /// <summary>Grades one submission on the scenarios of <paramref name="kata"/>.</summary>
    /// <exception cref="OperationCanceledException">It was called off; nothing of it is left.</exception>
    public async Task<KataReport> Grade(KataContract kata, Submission submission, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        var report = new KataReport(kata, submission, SubmissionFrom.Of(submission, options.Home), Verdict.Unknown, "");
        BuildResult built = new BuildResult.Trouble("This grader cannot compile yet."); // Build:  submission -> program
        report = built switch
        {
            BuildResult.Built(var program) => await GradeProgram(report, program, progress, cancel),
            BuildResult.Failed(var errors) => report with { Verdict = Verdict.Failed, Diagnoses = Why.Diagnoses.Of(kata.Id, report.From, errors) },
            BuildResult.NotStarted(var reason) => report with { Verdict = Verdict.NotStarted, Reason = reason },
            BuildResult.Trouble(var reason) => report with { Reason = reason },
            _ => throw new UnreachableException(),
        };
        return report with { Duration = clock.Elapsed };
    }

    private async Task<KataReport> GradeProgram(KataReport report, KataProgram program, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var recordings = await PlayAll(report.Kata, program, progress, cancel);    // Launch: program x scenario -> signals
        var traces = recordings.Select(RunTrace.From).ToImmutableArray();          // Trace:  signals -> trace
        return report with { Traces = traces, Reason = "Nobody judges yet." };
    }

    /// <summary>Plays the scenarios side by side; the recordings come in the order of the spec.</summary>
    private async Task<Recording[]> PlayAll(KataContract kata, KataProgram program, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var played = 0;
        return await Task.WhenAll(kata.Scenarios.Select(async scenario =>
        {
            var recording = await PlayOne(program, scenario, cancel);
            progress?.Report(new Progress(kata.Id, Interlocked.Increment(ref played), kata.Scenarios.Length));
            return recording;
        }));
    }

    private async Task<Recording> PlayOne(KataProgram program, Scenario scenario, CancellationToken cancel)
    {
        await slots.WaitAsync(cancel);
        try
        {
            return await Task.FromResult(new Recording(scenario, []));
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // The grader's own trouble is never the learner's: the run ends as unknown, and says why.
            return new Recording(scenario, [new Signal.Ended(RunEnd.Unknown, trouble.Message)]);
        }
        finally
        {
            slots.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        slots.Dispose();
        return ValueTask.CompletedTask;
    }
}
