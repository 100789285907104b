using System.Collections.Immutable;

namespace Grader.Build;

/// <summary>A folder with a learner's program for one kata.</summary>
/// <param name="KataId">E.g. <c>07-partial-join</c>.</param>
/// <param name="Folder">Absolute path. It is only read, never written to.</param>
public sealed record Submission(string KataId, string Folder);

/// <summary>An error of the compiler in the learner's code.</summary>
/// <param name="File">Relative to the submission.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Id">The compiler's code, e.g. <c>CS1002</c>; empty when the compiler itself gave up.</param>
/// <param name="Message">The compiler's sentence.</param>
/// <param name="SourceLine">The text of the line, for a caret under <paramref name="Column"/>.</param>
public sealed record CompilerError(string File, int Line, int Column, string Id, string Message, string SourceLine);

/// <summary>What became of a submission.</summary>
public abstract record BuildResult
{
    private BuildResult()
    {
    }

    /// <summary>A program that can be started.</summary>
    public sealed record Built(KataProgram Program) : BuildResult;

    /// <summary>Missing, empty of code, or the stub as it was given.</summary>
    public sealed record NotStarted(string Reason) : BuildResult;

    /// <summary>The compiler's errors, in the order of files and lines; at least one.</summary>
    public sealed record Failed(ImmutableArray<CompilerError> Errors) : BuildResult;

    /// <summary>The grader's own trouble: the machine, not the learner.</summary>
    public sealed record Trouble(string Reason) : BuildResult;
}

/// <summary>A compiled submission in a private folder.</summary>
/// <param name="Folder">Absolute path of the private folder; it holds the host, <c>kata.dll</c>, <c>kata.pdb</c>, <c>kata.runtimeconfig.json</c>.</param>
/// <param name="Executable">Absolute path of the host, <c>…/kata</c>.</param>
/// <param name="Assembly">Absolute path of <c>kata.dll</c>.</param>
/// <param name="SourceFolder">The learner's folder, for messages.</param>
public sealed record KataProgram(string Folder, string Executable, string Assembly, string SourceFolder)
{
    /// <summary>What the source itself says, for explanations.</summary>
    public SourceFacts Facts { get; init; } = SourceFacts.None;
}
