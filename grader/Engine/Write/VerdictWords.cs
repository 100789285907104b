using Grader.Verify;

namespace Grader.Write;

/// <summary>The words for verdicts.</summary>
public static class VerdictWords
{
    /// <summary>As in the JSON format: <c>passed</c>, <c>failed</c>, <c>not-started</c>, <c>unknown</c>.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Passed => "passed",
        Verdict.Failed => "failed",
        Verdict.NotStarted => "not-started",
        _ => "unknown",
    };

    /// <summary>The text in the verdict's colour.</summary>
    public static string Paint(this Ink ink, Verdict verdict, string text) => verdict switch
    {
        Verdict.Passed => ink.Good(text),
        Verdict.Failed => ink.Bad(text),
        Verdict.NotStarted => ink.Dim(text),
        _ => ink.Doubtful(text),
    };
}
