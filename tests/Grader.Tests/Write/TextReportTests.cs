using FluentAssertions;
using Grader.Verify;
using Grader.Write;
using Xunit;

namespace Grader.Tests.Write;

public sealed class TextReportTests
{
    [Fact]
    public void The_table_stands_first_and_the_replay_command_last()
    {
        var lines = Write(Ink.None, SampleReports.Passed, SampleReports.Failed).TrimEnd().Split('\n');

        lines[1].Should().MatchRegex(@"^  kata +verdict +scenarios");
        lines[2].Should().MatchRegex(@"^  01-cpu-count +passed");
        lines[3].Should().MatchRegex(@"^  07-partial-join +failed +0 of 1 +needless-wait");
        lines[^1].Should().Be("  dotnet run --project grader/Cli -- grade 07 --scenario \"D does not wait for A or B\"");
    }

    [Fact]
    public void Without_a_terminal_there_is_no_colour() =>
        Write(Ink.None, SampleReports.Failed, SampleReports.Unknown).Should().NotContain("\e");

    [Fact]
    public void Colours_add_nothing_to_the_words() =>
        System.Text.RegularExpressions.Regex.Replace(Write(Ink.Ansi, SampleReports.Failed), "\e\\[[0-9]*m", "").Should().Be(Write(Ink.None, SampleReports.Failed));

    [Fact]
    public void Unknown_is_never_said_to_be_a_failure() =>
        Write(Ink.None, SampleReports.Unknown).Should().Contain("the grader cannot tell").And.NotContain("failed");

    [Fact]
    public void When_nothing_failed_the_next_kata_is_named() =>
        Write(Ink.None, SampleReports.Passed, SampleReports.NotStarted).Should().EndWith("  Next: open katas/02-hello-process/README.md\n");

    [Theory]
    [InlineData(0, false, Verdict.Passed, Verdict.NotStarted)]
    [InlineData(1, true, Verdict.Passed, Verdict.NotStarted)]
    [InlineData(1, false, Verdict.Failed, Verdict.Unknown)]
    [InlineData(2, false, Verdict.Passed, Verdict.Unknown)]
    [InlineData(1, true, Verdict.NotStarted, Verdict.Unknown)]
    public void The_exit_code_tells_them_apart(int code, bool all, params Verdict[] verdicts) =>
        Summary.ExitCode([.. verdicts.Select(verdict => SampleReports.Passed with { Verdict = verdict })], _ => all).Should().Be(code);

    private static string Write(Ink ink, params KataReport[] reports) => TextReport.WriteAll([.. reports], new WritingOptions("/", ink));
}
