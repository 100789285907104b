using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Grader.Write;

/// <summary>The lines in which two texts differ.</summary>
public static class TextDifference
{
    /// <summary><c>-</c> before what only <paramref name="right"/> has, <c>+</c> before what only <paramref name="found"/> has; what is equal is left out.</summary>
    public static string Between(string right, string found) => string.Join(
        '\n',
        new InlineDiffBuilder(new Differ()).BuildDiffModel(right, found, ignoreWhitespace: false).Lines
            .Where(line => line.Type is ChangeType.Deleted or ChangeType.Inserted)
            .Select(line => (line.Type == ChangeType.Deleted ? "- " : "+ ") + line.Text));
}
