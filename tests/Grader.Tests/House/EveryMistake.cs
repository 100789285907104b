using FluentAssertions;
using Grader.Verify;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.House;

/// <summary>Every wrong submission fails for the reason that its first line names.</summary>
public sealed class EveryMistake
{
    private static readonly Graded Wrong = new(Corpus.Mistakes);

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
