using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;

namespace Grader.Cli;

/// <summary>Where the submissions lie: <c>&lt;root&gt;/&lt;kata id&gt;</c>, or one submission's own folder when one kata is named.</summary>
/// <param name="Folder">Absolute path; it exists.</param>
public sealed record SubmissionRoot(string Folder)
{
    /// <param name="path">As typed: absolute, or relative to the current directory, else to the repository's root.</param>
    /// <param name="home">The repository's root.</param>
    /// <exception cref="UsageException">There is no such folder, or it is a file.</exception>
    public static SubmissionRoot Find(string path, string home)
    {
        if (path.Trim().Length == 0)
        {
            throw new UsageException("--from needs the name of a folder.");
        }

        string[] candidates = [Path.GetFullPath(path), Path.GetFullPath(path, home)];
        if (candidates.FirstOrDefault(Directory.Exists) is { } folder)
        {
            return new SubmissionRoot(Path.TrimEndingDirectorySeparator(folder));
        }

        throw new UsageException(candidates.Any(File.Exists)
            ? $"--from wants a folder, but {path} is a file."
            : $"There is no folder {path} (looked for {string.Join(" and ", candidates.Distinct())}).");
    }

    /// <param name="named">How many katas the user named: with one, the root may be the submission itself.</param>
    public Submission Of(KataContract kata, int named, ImmutableArray<KataContract> all)
    {
        var below = Path.Combine(Folder, kata.Id);
        return !Directory.Exists(below) && named == 1 && IsSubmission(kata, all)
            ? new Submission(kata.Id, Folder)
            : new Submission(kata.Id, below);
    }

    private bool IsSubmission(KataContract kata, ImmutableArray<KataContract> all) =>
        Path.GetFileName(Folder) == kata.Id
        || (!all.Any(other => Directory.Exists(Path.Combine(Folder, other.Id)))
            && Directory.EnumerateFiles(Folder, "*.cs", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Any());
}
