using System.Text.RegularExpressions;

namespace Grader.Tests.House;

/// <summary>The recorded reports on wrong submissions.</summary>
internal static partial class Report
{
    /// <summary>The last line of a snapshot that holds only the head of its report.</summary>
    public const string Varies = "  (the rest differs from run to run)";

    public static bool Varying(string verified) => File.Exists(verified) && File.ReadAllText(verified).TrimEnd().EndsWith(Varies, StringComparison.Ordinal);

    /// <summary>The code, the place and the text of that line.</summary>
    public static string Head(string report)
    {
        var lines = report.Split('\n');
        return string.Join('\n', [lines[0], "", .. lines.SkipWhile(line => !Place().IsMatch(line)).Take(2), "", Varies]);
    }

    [GeneratedRegex(@"^    [^ ].*\.cs:[0-9]+$")]
    private static partial Regex Place();
}
