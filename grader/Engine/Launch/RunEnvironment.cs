using Grader.Build;
using Grader.Contract;

namespace Grader.Launch;

/// <summary>The environment of a run: small, the same on every machine, and free of everything that a shell would add.</summary>
internal static class RunEnvironment
{
    /// <returns>Lines of the form <c>name=value</c>.</returns>
    public static IEnumerable<string> Of(RunFolder folder, Surroundings surroundings) => new Dictionary<string, string>
    {
        ["PATH"] = $"{DotnetInstallation.Root}:/usr/local/bin:/usr/bin:/bin",
        ["HOME"] = folder.Working,
        ["TMPDIR"] = folder.Temporary,
        ["LANG"] = "C.UTF-8",
        [Kinship.Variable] = folder.Mark,
        ["DOTNET_ROOT"] = DotnetInstallation.Root,
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
    }
    .Concat(surroundings.Variables)
    .Select(variable => $"{variable.Key}={variable.Value}");
}
