namespace Grader.Build;

/// <summary>The .NET installation that runs the grader, and the parts of its SDK that programs are built from.</summary>
public static class DotnetInstallation
{
    /// <summary>The folder that holds <c>dotnet</c>, <c>shared</c>, <c>sdk</c> and <c>packs</c>; also what <c>DOTNET_ROOT</c> should say.</summary>
    public static string Root { get; } = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>The full path of <c>dotnet</c>.</summary>
    public static string Host { get; } = Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>The reference assemblies of <c>net10.0</c>, with the generators that belong to them.</summary>
    /// <exception cref="DirectoryNotFoundException">The SDK does not hold them.</exception>
    internal static string ReferencePack => Newest(
        Path.Combine(Root, "packs", "Microsoft.NETCore.App.Ref"),
        pack => Directory.Exists(Path.Combine(pack, "ref", "net10.0")),
        "the reference assemblies of net10.0");

    /// <summary>The executable host that the SDK gives to every program, before a program's name is written into it.</summary>
    /// <exception cref="DirectoryNotFoundException">The SDK does not hold it.</exception>
    internal static string AppHostTemplate
    {
        get
        {
            var sdk = Newest(Path.Combine(Root, "sdk"), version => File.Exists(HostIn(version)), "the executable host (AppHostTemplate)");
            return HostIn(sdk);
        }
    }

    private static string HostIn(string sdk) => Path.Combine(sdk, "AppHostTemplate", OperatingSystem.IsWindows() ? "apphost.exe" : "apphost");

    private static string Newest(string folder, Func<string, bool> fits, string what)
    {
        var versions = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        return versions
            .Where(version => VersionOf(version).Major == 10 && fits(version))
            .MaxBy(VersionOf)
            ?? throw new DirectoryNotFoundException($"The .NET 10 SDK in {Root} does not hold {what}; looked in {folder}.");
    }

    // A preview (10.0.100-rc.1) counts as its release: only the newest matters here.
    private static Version VersionOf(string folder) =>
        Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : new Version(0, 0);
}
