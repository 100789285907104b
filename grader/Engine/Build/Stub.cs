namespace Grader.Build;

/// <summary>What a learner begins with: a submission that equals it has not been started.</summary>
/// <param name="Folder">Absolute path of the folder with the stub's files, or with the solution's.</param>
/// <param name="CutSolution">The folder holds the solution; every line from <c>#region solution</c> to its <c>#endregion</c> is left out of it.</param>
public sealed record Stub(string Folder, bool CutSolution)
{
    /// <summary>The stub lies in a folder as the learner got it.</summary>
    public static Stub InFolder(string folder) => new(Path.GetFullPath(folder), CutSolution: false);

    /// <summary>The stub is what remains of the reference solution; right also when the learner works in the folder of the stubs.</summary>
    public static Stub CutFrom(string solutionFolder) => new(Path.GetFullPath(solutionFolder), CutSolution: true);

    /// <summary>Leaves out every line from <c>#region solution</c> to <c>#endregion</c>, these two included.</summary>
    public static string Cut(string solution)
    {
        var kept = new List<string>();
        var inside = false;
        foreach (var line in solution.Split('\n'))
        {
            var opens = !inside && line.Contains("#region solution", StringComparison.Ordinal);
            var closes = inside && line.Contains("#endregion", StringComparison.Ordinal);
            if (!inside && !opens)
            {
                kept.Add(line);
            }

            inside = opens || (inside && !closes);
        }

        return string.Join('\n', kept);
    }
}
