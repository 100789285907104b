using FluentAssertions;
using Grader.Trace;
using Grader.Verify;
using Grader.Write;
using Katas.Tests.Spec;
using Xunit;

namespace Katas.Tests;

/// <summary>
/// The canonical run of each reference solution is a snapshot: the whole story where nothing in it is left to chance, else the lines of each role.
/// </summary>
public sealed class CanonicalRunTests
{
    public static TheoryData<string> Ids => [.. KataCatalog.All.Select(kata => kata.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_reference_solution_is_played_as_recorded(string id)
    {
        var specimen = Corpus.Solutions.Single(solution => solution.Kata.Id == id);
        var kata = specimen.Kata with { Scenarios = [specimen.Kata.Scenarios[0]] };

        var report = await TestRun.Grading.Grade(kata, specimen.Submission);

        report.Verdict.Should().Be(Verdict.Passed, "{0}", TextReport.Write(report, new WritingOptions(Repository.Root, Ink.None, Verbose: true)));
        await SnapshotCheck.Matches("tests/Katas.Tests/Snapshots", id, string.Join('\n', Told(report.Traces.Single(), kata.Deterministic)));
    }

    private static IEnumerable<string> Told(RunTrace trace, bool deterministic) =>
        [$"kata {string.Join(' ', trace.Scenario.Arguments)}".TrimEnd(), "", .. deterministic ? Story.Tell(trace) : LinesOfRoles.Tell(trace)];
}
