namespace Grader.Launch;

/// <summary>The folders that programs have no business in.</summary>
internal static class HiddenFolders
{
    /// <summary>These, and everybody's homes: as they are called without symbolic links, without those that are not there, and without the root.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> folders) =>
    [
        .. folders
            .Concat(["/home", "/root", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)])
            .Where(folder => folder.Length > 0 && Directory.Exists(folder))
            .Select(Real)
            .Where(folder => folder != "/")
            .Distinct(),
    ];

    private static string Real(string folder)
    {
        var real = "/";
        foreach (var name in Path.GetFullPath(folder).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = new DirectoryInfo(Path.Combine(real, name));
            real = next.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next.FullName;
        }

        return real;
    }
}
