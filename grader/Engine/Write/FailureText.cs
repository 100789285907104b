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
        .. Others(report, report.Primary!),
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

    /// <summary>The same mistake in other places. What else is wrong stands under the root cause, as its consequence.</summary>
    private static IEnumerable<string> Others(KataReport report, Diagnosis cause) =>
        Labelled("Likewise", string.Join('\n', report.Diagnoses.Skip(1).Where(other => other.Finding.Code == cause.Finding.Code && (other.Place is null || other.Place != cause.Place))
            .DistinctBy(other => other.Place is { } place ? $"{place}" : other.Sentence).Select(Brief).Distinct().Take(MostOthers)));

    private static string Brief(Diagnosis other) => other.Place is { } at && !other.Sentence.Contains($"{at}", StringComparison.Ordinal) ? $"{other.Sentence} ({at.File}:{at.Line})" : other.Sentence;

    private static IEnumerable<string> Labelled(string label, string text) =>
        text.Length == 0 ? [] : ["", $"{Margin}{label}:", .. Paragraph.Set(Margin + Margin, text)];

    private static IEnumerable<string> Block(IReadOnlyCollection<string> lines) =>
        lines.Count == 0 ? [] : ["", .. lines.Select(line => (Margin + Margin + line).TrimEnd())];

    private static string Shortened(string line) => line.Length <= 70 ? line : line[..69] + "…";

    private static string Argument(string argument) => argument.Length is 0 or > 40 || argument.Contains(' ', StringComparison.Ordinal) ? Visible.Quoted(argument, 40) : Visible.Text(argument);
}
