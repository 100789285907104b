namespace Grader.Build;

/// <summary>Which folder is a submission, and which files in it are the learner's program.</summary>
public static class SubmissionFolder
{
    /// <summary>
    /// The submission of a kata under a root: <c>&lt;root&gt;/&lt;kata id&gt;</c>. When a single kata was asked for, the root itself may be the submission.
    /// The folder need not exist: <see cref="Compiler.Build"/> then says not-started.
    /// </summary>
    /// <param name="root">A folder of submissions, or (only when <paramref name="single"/>) one submission.</param>
    /// <param name="kataId">E.g. <c>07-partial-join</c>.</param>
    /// <param name="single">Only this kata was asked for.</param>
    public static Submission Find(string root, string kataId, bool single)
    {
        var folder = Path.Combine(Path.GetFullPath(root), kataId);
        var isSubmissionItself = single && !Directory.Exists(folder) && !HoldsKatas(root) && SourceFiles(root).Count > 0;
        return new Submission(kataId, isSubmissionItself ? Path.GetFullPath(root) : folder);
    }

    /// <summary>
    /// The <c>.cs</c> files of a submission, relative to it, with <c>/</c> between the parts, in ordinal order; of its sub-folders too.
    /// What a build leaves (<c>bin</c>, <c>obj</c>) and what begins with a dot is left out, as the SDK does.
    /// Links are not followed: what lies outside the folder is not part of the submission.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> SourceFiles(string folder)
    {
        var found = new List<string>();
        if (Directory.Exists(folder))
        {
            Collect(new DirectoryInfo(folder), "", found);
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static void Collect(DirectoryInfo folder, string prefix, List<string> found)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.Name.StartsWith('.') || entry.LinkTarget is not null)
            {
                continue;
            }

            if (entry is DirectoryInfo sub)
            {
                if (sub.Name is not ("bin" or "obj"))
                {
                    Collect(sub, $"{prefix}{sub.Name}/", found);
                }
            }
            else if (entry.Name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            {
                found.Add(prefix + entry.Name);
            }
        }
    }

    private static bool HoldsKatas(string root) =>
        Directory.Exists(root) && Directory.EnumerateDirectories(root).Any(folder => IsKataId(Path.GetFileName(folder)));

    private static bool IsKataId(string name) =>
        name.Length > 3 && char.IsAsciiDigit(name[0]) && char.IsAsciiDigit(name[1]) && name[2] == '-';
}
