using System.Diagnostics;
using Katas.Tests.Spec;

namespace Grader.Tests.Cli;

/// <summary>The command line as a process of its own, started in the repository's root.</summary>
internal sealed record CommandLineProcess(int ExitCode, string Output, string Errors)
{
    public static async Task<CommandLineProcess> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Grader.Cli.Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandLineProcess(process.ExitCode, await output, await errors);
    }
}
