using System.Collections.Immutable;
using System.Text;
using Grader.Verify;

namespace Grader.Write;

/// <summary>What a learner reads: the table of verdicts, then for each failure what was held, what happened, which rule that breaks, how to play it again.</summary>
public static class TextReport
{
    public static string WriteAll(ImmutableArray<KataReport> reports, WritingOptions options)
    {
        var text = new StringBuilder().Append('\n').Append(VerdictTable.Write(reports, options.Ink));
        if (reports.FirstOrDefault()?.Protection is { } protection)
        {
            text.AppendJoin('\n', Paragraph.Set("  ", Printable.Line($"protection: {protection}"))).Append('\n');
        }

        foreach (var report in reports.Where(report => report.Verdict is Verdict.Failed or Verdict.Unknown))
        {
            text.Append('\n').Append(Write(report, options));
        }

        return Printable.Report(text.Append(Next(reports)).ToString());
    }

    /// <summary>The report on one submission; it ends with the command that plays it again.</summary>
    public static string Write(KataReport report, WritingOptions options)
    {
        var ink = options.Ink;
        IEnumerable<string> lines =
        [
            $"{ink.Bold(report.Kata.Id)}: {ink.Paint(report.Verdict, Heading(report))}",
            .. report.Verdict == Verdict.Failed ? FailureText.Lines(report, ink) : Troubles(report),
            .. options.Verbose ? TraceText.Lines(report) : [],
            "",
            "  To play exactly this again:",
            "  " + Command(report),
        ];
        return Printable.Report(string.Join('\n', lines) + '\n');
    }

    private static string Heading(KataReport report) => report.Verdict switch
    {
        Verdict.Failed => $"failed ({report.Primary?.Finding.Code})",
        Verdict.NotStarted => "not started",
        Verdict.Unknown => "the grader cannot tell",
        _ => "passed",
    };

    /// <summary>Why the grader cannot tell: each reason once, with the scenarios that it holds for.</summary>
    private static IEnumerable<string> Troubles(KataReport report)
    {
        var scenarios = report.Scenarios.Where(scenario => scenario.Verdict == Verdict.Unknown).GroupBy(scenario => scenario.Reason).ToList();
        return scenarios.Count == 0
            ? Paragraph.Set("  ", Printable.Lines(report.Reason)).Prepend("")
            : scenarios.SelectMany(group => (IEnumerable<string>)
            [
                "",
                .. Paragraph.Set("  ", Printable.Lines(group.Key)),
                .. group.SelectMany(scenario => Paragraph.Set("    in ", $"\"{scenario.Scenario}\"")),
            ]);
    }

    private static string Command(KataReport report) =>
        report.Primary?.Replay
        ?? Why.Replay.Command(report.Kata.Id, report.From, report.Scenarios.FirstOrDefault(scenario => scenario.Verdict == Verdict.Unknown)?.Scenario ?? "");

    /// <summary>Where to go on when nothing failed.</summary>
    private static string Next(ImmutableArray<KataReport> reports) =>
        reports.All(report => report.Verdict is Verdict.Passed or Verdict.NotStarted)
        && reports.FirstOrDefault(report => report.Verdict == Verdict.NotStarted) is { } next
            ? $"  Next: open katas/{next.Kata.Id}/README.md\n"
            : "";
}
