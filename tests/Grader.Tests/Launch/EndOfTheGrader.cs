using System.Diagnostics;
using FluentAssertions;
using BuildWorkshop = Grader.Tests.Build.Workshop;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.Launch;

/// <summary>Whatever becomes of the grader, nothing of its runs stays: no process and no file.</summary>
public sealed class EndOfTheGrader : IDisposable
{
    private const string Hangs = """
        if (args is ["--worker", ..]) { Console.WriteLine("hangs"); new ManualResetEvent(false).WaitOne(); return; }
        while (true) { System.Diagnostics.Process.Start(Environment.ProcessPath!, ["--worker", "square"]); new ManualResetEvent(false).WaitOne(1500); }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("kata-end-").FullName;

    [Theory]
    [InlineData(9)]
    [InlineData(2)]
    [InlineData(15)]
    public async Task The_trees_and_the_folder_go_with_the_grader(int signal)
    {
        BuildWorkshop.Put(folder, ("Program.cs", Hangs));
        using var grader = Process.Start(new ProcessStartInfo("dotnet", [typeof(Grader.Cli.Program).Assembly.Location, "grade", "05", "--from", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        using var keeper = await KeeperOf(grader);
        var temporary = await FirstRunOf(keeper);

        Process.Start("/bin/kill", [$"-{signal}", $"{grader.Id}"]).WaitForExit();
        await grader.WaitForExitAsync();
        await keeper.WaitForExitAsync();

        Directory.Exists(temporary).Should().BeFalse();
        Process.GetProcesses().Where(process => RunsFrom(process, temporary)).Should().BeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<Process> KeeperOf(Process grader)
    {
        while (true)
        {
            foreach (var child in Children(grader.Id).Where(child => CommandLine(child).Contains("keeper")))
            {
                return Process.GetProcessById(child);
            }

            await Task.Yield();
        }
    }

    /// <summary>The grader's folder, once a worker of a run lives.</summary>
    private static async Task<string> FirstRunOf(Process keeper)
    {
        while (!Children(keeper.Id).Any(main => Children(main).Any()))
        {
            await Task.Yield();
        }

        return CommandLine(keeper.Id)[^1];
    }

    private static List<int> Children(int pid)
    {
        var path = $"/proc/{pid}/task";
        return !Directory.Exists(path) ? [] : Directory.GetDirectories(path).SelectMany(task => Read($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse).ToList();
    }

    private static string[] CommandLine(int pid) => Read($"/proc/{pid}/cmdline").TrimEnd('\0').Split('\0');

    private static bool RunsFrom(Process process, string folder) => CommandLine(process.Id)[0].StartsWith(folder, StringComparison.Ordinal);

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
