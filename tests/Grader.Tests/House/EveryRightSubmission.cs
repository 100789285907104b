using FluentAssertions;
using Grader.Verify;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.House;

/// <summary>Every reference solution passes, and so does every other right submission, whatever its mechanism.</summary>
public sealed class EveryRightSubmission
{
    private static readonly Graded Right = new([.. Corpus.Solutions, .. Corpus.Alternatives]);

    public static TheoryData<string> Names => [.. Corpus.Solutions.Concat(Corpus.Alternatives).Select(specimen => specimen.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Passes(string name)
    {
        var report = await Right.Report(name);

        report.Verdict.Should().Be(Verdict.Passed, "this program is right:\n{0}", Graded.Text(report));
    }
}
