using System.Reflection;

namespace Grader.Build;

/// <summary>The .NET installation that runs the grader, and the parts of its SDK that programs are built from.</summary>
public static class DotnetInstallation
{
    // The first that knows C# 14; the engine asks nothing of a compiler that this one has not.
    private static readonly Version OldestRoslyn = new(5, 0);

    /// <summary>The folder that holds <c>dotnet</c>, <c>shared</c>, <c>sdk</c> and <c>packs</c>; also what <c>DOTNET_ROOT</c> should say.</summary>
    public static string Root { get; } = Path.GetFullPath(
        Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>The full path of <c>dotnet</c>.</summary>
    public static string Host { get; } = Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>The reference assemblies of <c>net10.0</c>, with the generators that belong to them.</summary>
    /// <exception cref="DirectoryNotFoundException">The SDK does not hold them.</exception>
    internal static string ReferencePack => Newest(
        Path.Combine(Root, "packs", "Microsoft.NETCore.App.Ref"), pack => Directory.Exists(Path.Combine(pack, "ref", "net10.0")))
        ?? throw Missing("the reference assemblies of net10.0 (packs/Microsoft.NETCore.App.Ref)");

    /// <summary>The executable host that the SDK gives to every program, before a program's name is written into it.</summary>
    /// <exception cref="DirectoryNotFoundException">The SDK does not hold it.</exception>
    internal static string AppHostTemplate => NewestSdkWith(Path.Combine("AppHostTemplate", OperatingSystem.IsWindows() ? "apphost.exe" : "apphost"))
        ?? throw Missing("the executable host (AppHostTemplate)");

    /// <summary>The folder of the SDK's own compiler; null when it is not where it usually is, or is of another age.</summary>
    internal static string? Roslyn =>
        NewestSdkWith(Path.Combine("Roslyn", "bincore", "Microsoft.CodeAnalysis.CSharp.dll")) is { } compiler
        && AssemblyName.GetAssemblyName(compiler).Version >= OldestRoslyn
            ? Path.GetDirectoryName(compiler)
            : null;

    private static string? NewestSdkWith(string file) =>
        Newest(Path.Combine(Root, "sdk"), sdk => File.Exists(Path.Combine(sdk, file))) is { } sdk ? Path.Combine(sdk, file) : null;

    private static string? Newest(string folder, Func<string, bool> fits) =>
        (Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
            .Where(version => VersionOf(version).Major == 10 && fits(version))
            .MaxBy(VersionOf);

    private static DirectoryNotFoundException Missing(string what) => new($"The .NET 10 SDK in {Root} does not hold {what}.");

    // A preview (10.0.100-rc.1) counts as its release: only the newest matters here.
    private static Version VersionOf(string folder) =>
        Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : new Version(0, 0);
}
