using FluentAssertions;
using Grader.Verify;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.House;

/// <summary>Every other right submission passes like the reference solution, whatever its mechanism. The solutions themselves are graded by <c>.ci/run</c>.</summary>
public sealed class EveryRightSubmission
{
    private static readonly Graded Right = new(Corpus.Alternatives);

    public static TheoryData<string> Names => [.. Corpus.Alternatives.Select(specimen => specimen.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Passes(string name)
    {
        var report = await Right.Report(name);

        report.Verdict.Should().Be(Verdict.Passed, "this program is right:\n{0}", Graded.Text(report));
    }
}
