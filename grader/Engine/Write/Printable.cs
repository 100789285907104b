using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Grader.Write;

/// <summary>
/// Makes text that a learner's program produced harmless: it can neither move a terminal's cursor nor give orders to a CI job's runner.
/// What is changed is shown, never dropped.
/// </summary>
public static partial class Printable
{
    /// <summary>One line: every character that is not plainly visible is written as an escape such as <c>\x1b</c> or <c>\n</c>.</summary>
    public static string Line(string text)
    {
        if (text.All(IsPlain) && !LooksLikeCommand(text))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(safe, rune);
        }

        return Quoted(safe.ToString());
    }

    /// <summary>Several lines: as <see cref="Line"/> for each, line ends kept.</summary>
    public static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Line));

    /// <summary>One line that is cut when it is longer than <paramref name="most"/> characters, and then says how long it was.</summary>
    public static string Short(string text, int most = 120) =>
        text.Length <= most ? Line(text) : $"{Line(text[..most])}… ({text.Length} characters)";

    /// <summary>
    /// A whole report, as the last thing before it is shown: whatever a part of it forgot (the name of a file is the learner's, too; a sentence may break just before
    /// two colons) gives no orders and moves nothing. Colours stay.
    /// </summary>
    public static string Report(string text) => string.Join('\n', text.Split('\n').Select(line =>
    {
        if (line.All(character => character == '\t' || IsPlain(character)) && !LooksLikeCommand(line))
        {
            return line;
        }

        var safe = new StringBuilder(line.Length + 16);
        foreach (var piece in Colour().Split(line))
        {
            if (Colour().Match(piece).Length == piece.Length && piece.Length > 0)
            {
                safe.Append(piece);
                continue;
            }

            foreach (var rune in piece.EnumerateRunes())
            {
                if (rune.Value == '\t')
                {
                    safe.Append('\t');
                }
                else
                {
                    Append(safe, rune);
                }
            }
        }

        return LooksLikeCommand(safe.ToString()) ? Quoted(safe.ToString()) : safe.ToString();
    }));

    [GeneratedRegex("(\x1b\\[[0-9;]*m)")]
    private static partial Regex Colour();

    private static void Append(StringBuilder safe, Rune rune)
    {
        _ = rune.Value switch
        {
            '\n' => safe.Append("\\n"),
            '\r' => safe.Append("\\r"),
            '\t' => safe.Append("\\t"),
            '\0' => safe.Append("\\0"),
            < 0x20 or (>= 0x7f and < 0xa0) => safe.Append($"\\x{rune.Value:x2}"),
            _ when IsHidden(Rune.GetUnicodeCategory(rune)) => safe.Append($"\\u{rune.Value:x4}"),
            _ => safe.Append(rune),
        };
    }

    private static bool IsPlain(char c) => c is >= ' ' and < (char)0x7f;

    /// <summary>Direction marks, invisible joiners, line separators, private and unassigned characters.</summary>
    private static bool IsHidden(UnicodeCategory category) => category is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;

    /// <summary>A runner takes <c>::word::</c> at the start of a line for an order, and the older <c>##[word]</c> anywhere in it.</summary>
    private static bool LooksLikeCommand(string line) =>
        line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal);

    private static string Quoted(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        var body = line[start..].Replace("##[", "#\\#[", StringComparison.Ordinal);
        return line[..start] + (body.StartsWith("::", StringComparison.Ordinal) ? "\\" + body : body);
    }
}
