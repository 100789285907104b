using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Grader.Verify;
using Grader.Why;

namespace Grader.Write;

/// <summary>The grader's own JSON format, version 1.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // The text has gone through Printable; this keeps quotes and backticks readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ImmutableArray<KataReport> reports, WritingOptions options)
    {
        var summary = Summary.Of(reports);
        return JsonSerializer.Serialize(
            new
            {
                Version = 1,
                Katas = reports.Select(report => Kata(report)),
                Protection = reports.FirstOrDefault()?.Protection is { } protection ? Printable.Line(protection.ToString()) : null,
                Summary = new { summary.Passed, summary.Failed, summary.NotStarted, summary.Unknown },
            },
            Options) + "\n";
    }

    private static object Kata(KataReport report) => new
    {
        Kata = report.Kata.Id,
        Verdict = report.Verdict.Word(),
        DurationMs = (long)report.Duration.TotalMilliseconds,
        Reason = report.Verdict == Verdict.Unknown ? Printable.Line(report.Reason) : null,
        Scenarios = report.Scenarios.Select(scenario => Scenario(report, scenario)),
        Findings = report.Diagnoses.Select(Finding),
    };

    private static object Scenario(KataReport report, ScenarioVerdict scenario) => new
    {
        Name = scenario.Scenario,
        Verdict = scenario.Verdict.Word(),
        Reason = scenario.Verdict == Verdict.Unknown ? Printable.Line(scenario.Reason) : null,
        scenario.Proven,
        Args = report.Kata.Scenarios.FirstOrDefault(played => played.Name == scenario.Scenario)?.Arguments ?? [],
        Replay = Replay.Command(report.Kata.Id, report.From, scenario.Scenario),
    };

    private static object Finding(Diagnosis diagnosis) => new
    {
        diagnosis.Finding.Code,
        diagnosis.Primary,
        diagnosis.Finding.Scenario,
        Message = Printable.Line(diagnosis.Sentence),
        TryThis = Printable.Line(diagnosis.TryThis),
        diagnosis.Place?.File,
        diagnosis.Place?.Line,
    };
}
