using FluentAssertions;
using Grader.Verify;
using Grader.Write;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.House;

/// <summary>
/// Every wrong submission fails for the reason that its first line names. Here each is played in the scenario that its recorded report tells; all of its
/// scenarios, and the whole report, when <c>KATAS_CORPUS=whole</c> says so or reports are recorded.
/// </summary>
public sealed class EveryMistake
{
    private static readonly bool Whole = SnapshotCheck.Accept || Environment.GetEnvironmentVariable("KATAS_CORPUS") == "whole";
    private static readonly Graded Wrong = new(Corpus.Mistakes, Whole ? null : Told);

    public static TheoryData<string> Names => [.. Corpus.Mistakes.Select(specimen => specimen.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fails_for_its_named_reason(string name)
    {
        var mistake = Wrong.Specimen(name).Mistake!;
        var report = await Wrong.Report(name);

        report.Verdict.Should().Be(Verdict.Failed, "{0}\n{1}", mistake.Sentence, Graded.Text(report));
        report.Primary!.Finding.Code.Should().Be(mistake.Code, "{0}\n{1}", mistake.Sentence, Graded.Text(report));
        report.Diagnoses.Count(diagnosis => diagnosis.Primary).Should().Be(1);
    }

    /// <summary>
    /// The whole report is the expected value: a message that changes is seen and judged. <c>SNAPSHOTS=accept</c> records anew. A snapshot that ends with
    /// <see cref="Report.Varies"/> holds only what is the same in every run, because the program itself decides the rest: which worker wins, say.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_explained_as_it_was(string name)
    {
        var text = Graded.Plain(await Wrong.Report(name));
        var recorded = Report.Recorded(name);
        if (Whole)
        {
            await SnapshotCheck.Matches(name, "report", recorded is not null && Report.IsHead(recorded) ? Report.Head(text) : text);
        }
        else
        {
            recorded.Should().NotBeNull("SNAPSHOTS=accept records it");
            Report.Head(text).Should().Be(Report.Head(recorded!), text);
        }
    }

    /// <summary>The scenario that the recorded report tells, when the mistake shows its named code there.</summary>
    private static async Task<KataReport?> Told(Specimen specimen)
    {
        if (Report.Recorded(specimen.Name) is not { } recorded || Report.Scenario(recorded) is not { } scenario)
        {
            return null;
        }

        var kata = specimen.Kata with { Scenarios = [specimen.Kata.Scenarios.Single(one => one.Name == scenario)] };
        var report = await TestRun.Grading.Grade(kata, specimen.Submission);
        return report.Primary?.Finding.Code == specimen.Mistake!.Code ? report : null;
    }

    [Fact]
    public async Task Nine_in_ten_are_found_at_most_three_lines_from_where_they_sit()
    {
        var far = new List<string>();
        foreach (var specimen in Corpus.Mistakes)
        {
            var place = (await Wrong.Report(specimen.Name)).Primary?.Place;
            var mistake = specimen.Mistake!;
            if (place is null || place.File != mistake.File || Math.Abs(place.Line - mistake.Line) > 3)
            {
                far.Add($"{specimen.Name}: sits at {mistake.File}:{mistake.Line}, found at {place?.File ?? "nowhere"}:{place?.Line}");
            }
        }

        far.Count.Should().BeLessThanOrEqualTo(Corpus.Mistakes.Length / 10, "{0}", string.Join('\n', far));
    }

    [Fact]
    public void Every_code_has_an_example()
    {
        string[] limits = [Code.OutputLimit, Code.MemoryLimit, Code.FileLimit, Code.TimeLimit, Code.ProcessLimit];
        Code.InOrder.Except([.. limits, Code.ForgedMessage]).Except(Corpus.Mistakes.Select(specimen => specimen.Mistake!.Code)).Should().BeEmpty();
    }
}
