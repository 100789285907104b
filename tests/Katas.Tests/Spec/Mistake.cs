namespace Katas.Tests.Spec;

/// <summary>The header of a wrong submission, and the line that a teacher would point at.</summary>
/// <param name="Code">The code of the primary finding.</param>
/// <param name="LooksRight">Run freely it prints the right output.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="File">The file with the marker.</param>
/// <param name="Line">The line of the marker, 1-based.</param>
public sealed record Mistake(string Code, bool LooksRight, string Sentence, string File, int Line)
{
    private const string Marker = "// <-- mistake";

    /// <exception cref="InvalidDataException">The header or the marker is missing; the message says what was expected.</exception>
    public static Mistake Read(string folder)
    {
        var header = System.IO.File.ReadLines(Path.Combine(folder, "Program.cs")).Take(3).ToList();
        var marked =
            (from path in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
             from line in System.IO.File.ReadLines(path).Index()
             where line.Item.Contains(Marker, StringComparison.Ordinal)
             select (File: Path.GetRelativePath(folder, path), Line: line.Index + 1)).ToList();
        return header is [var first, var second, var third] && marked is [var place]
               && Value(first, "// mistake: ") is { } code && Value(second, "// looks-right: ") is ("yes" or "no") and var looks && Value(third, "// ") is { } sentence
            ? new Mistake(code, looks == "yes", sentence, place.File, place.Line)
            : throw new InvalidDataException(
                $"{folder}/Program.cs must begin with \"// mistake: <code>\", \"// looks-right: yes|no\" and \"// <a sentence>\", and hold one \"{Marker}\"; it holds {marked.Count}.");
    }

    private static string? Value(string line, string prefix) => line.StartsWith(prefix, StringComparison.Ordinal) ? line[prefix.Length..].Trim() : null;
}
