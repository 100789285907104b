using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Grader.Build.Roslyn;

/// <summary>The compiler's diagnostics as the grader reports them: errors only, in the order of files and lines; those without a place last.</summary>
internal static class Errors
{
    // Nobody reads more, and a hostile file can have millions or lines of megabytes.
    private const int Most = 100;
    private const int LongestLine = 400;
    private const int LongestMessage = 1000;

    /// <param name="diagnostics">All that was said.</param>
    /// <param name="files">The submission's files; what has no place is said of the first.</param>
    public static ImmutableArray<CompilerError> Of(IEnumerable<Diagnostic> diagnostics, ImmutableArray<string> files) =>
    [
        .. diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceTree is null) // "No Main" is the consequence of whatever is wrong at some place.
            .ThenBy(diagnostic => diagnostic.Location.SourceTree?.FilePath ?? files[0], StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => Of(diagnostic, files[0]))
            .Distinct()
            .Take(Most),
    ];

    private static CompilerError Of(Diagnostic diagnostic, string first)
    {
        var message = Short(diagnostic.GetMessage(CultureInfo.InvariantCulture), LongestMessage);
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return new CompilerError(first, 1, 1, diagnostic.Id, message, "");
        }

        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        var line = tree.GetText().Lines[start.Line].ToString();
        return new CompilerError(
            tree.FilePath, start.Line + 1, start.Character + 1, diagnostic.Id, message, start.Character > LongestLine ? "" : Short(line, LongestLine));
    }

    private static string Short(string text, int most) => text.Length <= most ? text : string.Concat(text.AsSpan(0, most), "…");
}
