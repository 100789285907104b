namespace Grader.Write;

/// <summary>Sets running text in lines of at most 80 columns.</summary>
public static class Paragraph
{
    public const int Columns = 80;

    /// <summary>
    /// Breaks <paramref name="text"/> at blanks. The first line begins with <paramref name="head"/>, the others are indented as far.
    /// A word that is too long for a line stands on a line of its own. Line ends in the text are kept.
    /// </summary>
    public static IEnumerable<string> Set(string head, string text, int columns = Columns)
    {
        var indent = new string(' ', head.Length);
        var first = true;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').SelectMany(part => Break(part, Math.Max(20, columns - head.Length))))
        {
            yield return ((first ? head : indent) + line).TrimEnd();
            first = false;
        }
    }

    private static IEnumerable<string> Break(string text, int width)
    {
        while (text.Length > width)
        {
            var cut = text.LastIndexOf(' ', width);
            cut = cut > 0 ? cut : text.IndexOf(' ', width);
            if (cut <= 0)
            {
                break;
            }

            yield return text[..cut];
            text = text[(cut + 1)..];
        }

        yield return text;
    }
}
