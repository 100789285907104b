using System.Text;

namespace Grader.Why;

/// <summary>Makes text of a learner's program safe and exact: nothing in it can move a cursor, hide itself or speak to a CI system.</summary>
public static class Visible
{
    /// <summary>Control characters become symbols (<c>␛</c>, <c>␍</c> …), invisible and direction-changing ones their code (<c>⟨U+202E⟩</c>).</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(Show(rune));
        }

        return shown.ToString();
    }

    /// <summary>In back quotes, cut after <paramref name="longest"/> characters with the whole length told, blanks at the edges as <c>·</c>.</summary>
    public static string Quoted(string text, int longest = 60)
    {
        var cut = text.Length <= longest ? text : text[..longest];
        var tail = text.Length <= longest ? "`" : $"…` ({text.Length} characters)";
        return $"`{Text(Edges(cut))}{tail}";
    }

    /// <summary>Blanks at the beginning and at the end become <c>·</c>, and so do all but the first of several in a row.</summary>
    public static string Edges(string text)
    {
        var shown = text.ToCharArray();
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i] == ' ' && (i == 0 || i == shown.Length - 1 || text[i - 1] == ' ' || text[i + 1] == ' '))
            {
                shown[i] = '·';
            }
        }

        return new string(shown);
    }

    private static string Show(Rune rune) => rune.Value switch
    {
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
        0x7f => "␡",
        _ when Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator
            or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned => $"⟨U+{rune.Value:X4}⟩",
        _ => rune.ToString(),
    };
}
