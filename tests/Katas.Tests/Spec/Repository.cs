namespace Katas.Tests.Spec;

/// <summary>Where the repository lies on this machine.</summary>
public static class Repository
{
    private const string Landmark = "Katas.sln";

    /// <summary>Absolute path of the repository's root: found upwards from the current directory, else from the grader's own assembly.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither lies inside a clone of the repository.</exception>
    public static string Root { get; } =
        Upwards(Environment.CurrentDirectory) ?? Upwards(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException(
            $"No {Landmark} in {Environment.CurrentDirectory} or above it: start the grader inside a clone of the repository.");

    /// <summary>The folder whose submissions <c>dotnet test</c> plays: <c>KATAS_ROOT</c>, absolute or relative to the repository's root; <c>katas</c> when it is not set.</summary>
    public static string KatasRoot { get; } =
        Path.GetFullPath(Environment.GetEnvironmentVariable("KATAS_ROOT") is { Length: > 0 } root ? root : "katas", Root);

    /// <summary>A path below the repository's root.</summary>
    public static string Below(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The path relative to the repository's root where it lies inside; else as it is.</summary>
    public static string Shorten(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static string? Upwards(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, Landmark)))
            {
                return candidate.FullName;
            }
        }

        return null;
    }
}
