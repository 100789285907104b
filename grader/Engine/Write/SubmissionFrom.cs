using Grader.Build;

namespace Grader.Write;

/// <summary>What <c>--from</c> must say so that a submission is found again.</summary>
public static class SubmissionFrom
{
    private const string Default = "katas";

    /// <summary>
    /// The folder above a submission that is called like its kata, else its own; relative to the repository's root where it lies inside; null for the default root.
    /// </summary>
    public static string? Of(Submission submission, string home)
    {
        var folder = Path.TrimEndingDirectorySeparator(submission.Folder);
        var root = Path.GetFileName(folder) == submission.KataId ? Path.GetDirectoryName(folder)! : folder;
        var relative = Path.GetRelativePath(home, root);
        return relative == Default ? null : relative.StartsWith("..", StringComparison.Ordinal) ? root : relative;
    }
}
