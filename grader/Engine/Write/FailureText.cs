using Grader.Why;

namespace Grader.Write;

/// <summary>A failure in plain text: the root cause with all of its proof, then in short what else is wrong.</summary>
internal static class FailureText
{
    private const string Margin = "  ";
    private const int MostOthers = 5;

    public static IEnumerable<string> Lines(KataReport report, Ink ink) =>
    [
        .. Cause(report, report.Primary!, ink),
        .. Others(report),
    ];

    private static IEnumerable<string> Cause(KataReport report, Diagnosis cause, Ink ink) =>
    [
        "",
        .. Paragraph.Set(Margin, cause.Sentence).Select(ink.Bold),
        .. Source(cause),
        .. Block(cause.Evidence),
        .. Scenario(report, cause),
        .. Labelled("What was held", cause.WhatWasHeld),
        .. Block(cause.Timeline),
        .. Block(cause.Circle),
        .. Labelled("The rule", cause.Rule),
        .. Labelled("What to try", cause.TryThis),
        .. cause.Consequences.IsEmpty ? [] : Labelled("Probably because of that", string.Join('\n', cause.Consequences)),
        .. AlsoIn(cause),
    ];

    private static IEnumerable<string> Source(Diagnosis cause) =>
        cause.Place is not { } place ? []
        : cause.SourceLine.Length == 0 ? Block([$"{place.File}:{place.Line}"])
        : Block([$"{place.File}:{place.Line}", "    " + Shortened(cause.SourceLine)]);

    private static IEnumerable<string> Scenario(KataReport report, Diagnosis cause)
    {
        if (cause.Finding.Scenario.Length == 0)
        {
            return [];
        }

        var arguments = report.Kata.Scenarios.FirstOrDefault(scenario => scenario.Name == cause.Finding.Scenario)?.Arguments ?? [];
        return Labelled("The scenario", $"{cause.Finding.Scenario} (kata{string.Concat(arguments.Select(argument => " " + Argument(argument)))})");
    }

    private static IEnumerable<string> AlsoIn(Diagnosis cause) =>
        cause.Scenarios.Length < 2 ? [] : Labelled("The same in", string.Join('\n', cause.Scenarios.Where(name => name != cause.Finding.Scenario)));

    private static IEnumerable<string> Others(KataReport report)
    {
        var others = report.Diagnoses.Skip(1).ToList();
        if (others.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return Margin + "Also, when that is mended:";
        foreach (var other in others.Take(MostOthers))
        {
            var place = other.Place is { } at ? $" ({at.File}:{at.Line})" : "";
            foreach (var line in Paragraph.Set($"{Margin}- {other.Finding.Code}: ".PadRight(4), other.Sentence + place))
            {
                yield return line;
            }
        }

        if (others.Count > MostOthers)
        {
            yield return $"{Margin}- and {others.Count - MostOthers} more";
        }
    }

    private static IEnumerable<string> Labelled(string label, string text) =>
        text.Length == 0 ? [] : ["", $"{Margin}{label}:", .. Paragraph.Set(Margin + Margin, text)];

    private static IEnumerable<string> Block(IReadOnlyCollection<string> lines) =>
        lines.Count == 0 ? [] : ["", .. lines.Select(line => (Margin + Margin + line).TrimEnd())];

    private static string Shortened(string line) => line.Length <= 70 ? line : line[..69] + "…";

    private static string Argument(string argument) => argument.Length is 0 or > 40 || argument.Contains(' ', StringComparison.Ordinal) ? Visible.Quoted(argument, 40) : Visible.Text(argument);
}
