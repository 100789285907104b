using System.Collections.Immutable;
using System.Text;
using Grader.Verify;

namespace Grader.Write;

/// <summary>One line per kata: its verdict, how many of its scenarios passed, and for a failure the code of its root cause.</summary>
public static class VerdictTable
{
    public static string Write(ImmutableArray<KataReport> reports, Ink ink)
    {
        var names = reports.Select(report => report.Kata.Id.Length).Append(4).Max();
        var table = new StringBuilder().Append(ink.Bold($"  {"kata".PadRight(names)}  {"verdict",-11}  scenarios")).Append('\n');
        foreach (var report in reports)
        {
            table.Append(Row(report, names, ink)).Append('\n');
        }

        return table.Append('\n').Append("  ").Append(Summary.Of(reports)).Append('\n').ToString();
    }

    private static string Row(KataReport report, int names, Ink ink)
    {
        var verdict = ink.Paint(report.Verdict, report.Verdict.Word().Replace('-', ' ').PadRight(11));
        var row = $"  {report.Kata.Id.PadRight(names)}  {verdict}  {Scenarios(report),-10}{report.Primary?.Finding.Code}";
        return row.TrimEnd();
    }

    private static string Scenarios(KataReport report) =>
        report.Scenarios.IsEmpty ? "" : $"{report.Scenarios.Count(scenario => scenario.Verdict == Verdict.Passed)} of {report.Scenarios.Length}";
}
