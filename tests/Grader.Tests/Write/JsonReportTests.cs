using System.Text.Json.Nodes;
using FluentAssertions;
using Grader.Launch;
using Grader.Write;
using Xunit;

namespace Grader.Tests.Write;

/// <summary>The format is read by others: names and shapes must not change without a new version.</summary>
public sealed class JsonReportTests
{
    [Fact]
    public void A_failed_kata_has_the_agreed_shape() => Written(SampleReports.Failed).Should().Be(Normal(
        """
        { "version": 1,
          "katas": [ { "kata": "07-partial-join", "verdict": "failed", "durationMs": 812,
              "scenarios": [ { "name": "D does not wait for A or B", "verdict": "failed", "proven": true, "args": ["4", "3", "4", "5"],
                               "replay": "dotnet run --project grader/Cli -- grade 07 --scenario \"D does not wait for A or B\"" } ],
              "findings": [ { "code": "needless-wait", "primary": true, "scenario": "D does not wait for A or B", "message": "main waits for A.",
                              "tryThis": "Wait for C alone.", "file": "Program.cs", "line": 14 },
                            { "code": "orphan", "primary": false, "scenario": "D does not wait for A or B", "message": "B outlived the run.", "tryThis": "" } ] } ],
          "summary": { "passed": 0, "failed": 1, "notStarted": 0, "unknown": 0 } }
        """));

    [Fact]
    public void Unknown_says_why_and_cannot_give_orders_to_a_CI_job()
    {
        var kata = JsonNode.Parse(Write(SampleReports.Unknown))!["katas"]![0]!;

        kata["verdict"]!.GetValue<string>().Should().Be("unknown");
        kata["reason"]!.GetValue<string>().Should().Be(@"/proc is not there\n::error::forged");
        kata["scenarios"]![0]!["reason"]!.GetValue<string>().Should().Be("/proc is not there");
    }

    [Fact]
    public void It_says_what_protection_was_in_force_and_so_does_the_text()
    {
        var report = SampleReports.Passed with { Protection = new Protection(Namespaces: false, Network: true, Files: true, Signals: false, "not today") };
        const string words = "plain, a fence (Landlock) around files, network open (no namespaces: not today)";

        JsonNode.Parse(Write(report))!["protection"]!.GetValue<string>().Should().Be(words);
        TextReport.WriteAll([report], new WritingOptions("/", Ink.None)).ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal)
            .Should().Contain($" protection: {words} ");
    }

    [Fact]
    public void The_summary_counts_each_verdict() =>
        JsonNode.Parse(Write(SampleReports.Passed, SampleReports.NotStarted, SampleReports.Unknown, SampleReports.Failed))!["summary"]!.ToJsonString()
            .Should().Be("""{"passed":1,"failed":1,"notStarted":1,"unknown":1}""");

    private static string Write(params KataReport[] reports) => JsonReport.Write([.. reports], new WritingOptions("/", Ink.None));

    private static string Written(KataReport report) => Normal(Write(report));

    private static string Normal(string json) => JsonNode.Parse(json)!.ToJsonString();
}
