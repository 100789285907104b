using System.Collections.Immutable;
using Grader.Build;
using Grader.Launch.Stacks;
using Grader.Verify;

namespace Grader.Why;

/// <summary>The compiler's own message, with the line and a caret.</summary>
internal static class CompileError
{
    private const int Width = 76;

    public static Diagnosis Diagnose(CompilerError error)
    {
        var message = Visible.Text(error.Message);
        var finding = new Finding(Code.DoesNotCompile, "", message, []) { File = error.File, Line = error.Line };
        return new Diagnosis(finding)
        {
            Place = error.File.Length > 0 && error.Line > 0 ? new SourcePlace(error.File, error.Line) : null,
            SourceLine = Visible.Text(error.SourceLine.Trim()),
            Sentence = error.Id.Length == 0 ? message : $"{message} ({error.Id})",
            Evidence = Caret(error.SourceLine, error.Column),
            Rule = "The files of the submission are compiled together as one C# program.",
            TryThis = Hint(error.Id),
        };
    }

    /// <summary>The line with a caret under the column (1-based); a long line is shown around the caret.</summary>
    internal static ImmutableArray<string> Caret(string line, int column)
    {
        if (line.Trim().Length == 0)
        {
            return [];
        }

        var text = line.Replace("\t", " ", StringComparison.Ordinal);
        var at = Math.Clamp(column - 1, 0, text.Length);
        var from = at < Width ? 0 : at - (Width / 2);
        var cut = Visible.Text(text.Substring(from, Math.Min(Width, text.Length - from))).TrimEnd();
        return [cut, new string(' ', at - from) + "^"];
    }

    private static string Hint(string id) => id switch
    {
        "CS1002" => "A statement ends with a semicolon.",
        "CS1513" or "CS1514" or "CS1022" => "Count the braces: each { needs its }.",
        "CS0103" => "Is the name spelled as where it is declared, and is it in reach here?",
        "CS0246" or "CS0234" => "Is the type's name spelled right, and does a `using` name its namespace? Packages are not available in a kata.",
        "CS5001" => "A program needs one place to begin: a static `Main`, or statements at the top of one file.",
        "CS0017" or "CS8802" => "Only one file may have a `Main` or top-level statements.",
        "CS0161" or "CS0165" => "Look at every path through the method.",
        "" => "Simplify the program: the compiler gave up on it.",
        _ => "`dotnet build` on the kata's project shows the same message; the first error is usually the one to mend.",
    };
}
