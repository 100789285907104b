using System.Text.RegularExpressions;
using Katas.Tests.Spec;

namespace Grader.Tests.House;

/// <summary>The recorded reports on wrong submissions.</summary>
internal static partial class Report
{
    /// <summary>The last line of a snapshot that holds only the head of its report.</summary>
    public const string Varies = "  (the rest differs from run to run)";

    /// <summary>Null when none is recorded.</summary>
    /// <param name="name">The wrong submission's folder, from the repository's root.</param>
    public static string? Recorded(string name) => Repository.Below(name, "report.verified.txt") is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    /// <summary>It holds only the head of its report.</summary>
    public static bool IsHead(string recorded) => recorded.TrimEnd().EndsWith(Varies, StringComparison.Ordinal);

    /// <summary>The scenario that the report tells, without what a shell's double quotes ask for; null when it is only a head.</summary>
    public static string? Scenario(string recorded) =>
        ReplayedScenario().Match(recorded) is { Success: true } match ? Escaped().Replace(match.Groups["name"].Value, "$1") : null;

    /// <summary>The code, the place and the text of that line.</summary>
    public static string Head(string report)
    {
        var lines = report.Split('\n');
        return string.Join('\n', [lines[0], "", .. lines.SkipWhile(line => !Place().IsMatch(line)).Take(2), "", Varies]);
    }

    [GeneratedRegex(@"--scenario ""(?<name>(?:\\.|[^""\\])*)""")]
    private static partial Regex ReplayedScenario();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^    [^ ].*\.cs:[0-9]+$")]
    private static partial Regex Place();
}
