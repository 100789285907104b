using FluentAssertions;
using Grader.Verify;
using Grader.Write;
using Katas.Tests.Spec;
using Xunit;
using Sandbox = Grader.Launch.Sandbox;

namespace Grader.Tests.House;

/// <summary>What a program does to the grader, to the machine or to the verdict has the stated verdict, and nothing of it is left.</summary>
public sealed class EveryHostileSubmission(HostileGradings gradings) : IClassFixture<HostileGradings>
{
    public static TheoryData<string> Names => [.. HostileProgram.All.Select(program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Has_its_stated_verdict_and_leaves_nothing(string name) => Grade(name, Sandbox.Auto);

    [Theory]
    [InlineData("daemon-without-a-name")]
    [InlineData("detached-fork-bomb")]
    [InlineData("forged-exit")]
    [InlineData("signals-the-grader")]
    [InlineData("reads-the-solutions")]
    [InlineData("memory-without-a-name")]
    [InlineData("memory-of-many")]
    [InlineData("deleted-file")]
    [InlineData("segments-left-behind")]
    [InlineData("one-process-after-the-other")]
    [InlineData("thread-bomb")]
    public Task Also_without_namespaces(string name) => Grade(name, Sandbox.Plain);

    [Fact]
    public async Task After_a_limit_no_other_scenario_begins()
    {
        var program = HostileProgram.All.Single(program => program.Name == "flood");
        using var grading = Grading.Open(new GradingOptions(Repository.Root) { Jobs = 1 });

        var report = await grading.Grade(HostileProgram.Contract, program.Submission);

        report.Traces.Should().ContainSingle();
        report.Scenarios.Select(scenario => scenario.Scenario).Should().BeEquivalentTo(HostileProgram.Contract.Scenarios.Select(scenario => scenario.Name));
        report.Scenarios.Select(scenario => scenario.Verdict).Distinct().Should().Equal(Verdict.Failed, Verdict.Unknown);
        report.Primary!.Finding.Code.Should().Be(Code.OutputLimit);
    }

    private async Task Grade(string name, Sandbox sandbox)
    {
        var program = HostileProgram.All.Single(program => program.Name == name);
        var grading = gradings.In(sandbox);
        if (!program.IsPromised(grading.Protection))
        {
            return;
        }

        var report = await grading.Grade(HostileProgram.Contract, program.Submission);

        var text = Graded.Text(report);
        program.IsAsStated(report).Should().BeTrue("{0} was stated, and this is the report:\n{1}", string.Join(' ', program.Words), text);
        text.Should().NotContainAny("\u001b", "\u0007", "\u009b");
        text.Split('\n').Should().NotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        ProcessesOf(program.Folder).Should().BeEmpty();
        File.ReadAllText("/proc/sysvipc/shm").Should().NotContain(" 4190208 ", "that is the size of a hostile program's segments");
    }

    /// <summary>Programs that hostile submissions start sleep for 25 seconds.</summary>
    private static List<string> ProcessesOf(string folder) =>
    [
        .. from path in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(path), out _)
           let words = Read(Path.Combine(path, "cmdline"))
           where words.Contains("sleep\0" + "25\0", StringComparison.Ordinal) || words.Contains(folder, StringComparison.Ordinal)
           select $"{path}: {words.Replace('\0', ' ')}",
    ];

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
