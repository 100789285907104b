using FluentAssertions;
using Grader.Cli;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.Cli;

public sealed class LedgerTests : IDisposable
{
    private static readonly Specimen Right = Corpus.Solutions[0];
    private static readonly Specimen Wrong = Corpus.Mistakes[0];

    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void Counts_go_on_where_they_were_left()
    {
        File.Delete(path);
        var first = new Ledger(path, [Right, Wrong]);
        first.Add(Right, withLoad: false, "passed");
        first.Add(Right, withLoad: true, "passed");
        first.Add(Wrong, withLoad: true, "failed too-early");
        first.Save();

        var second = new Ledger(path, [Right, Wrong]);
        second.Add(Right, withLoad: true, "unknown: seen\ttwice");
        second.Save();

        var third = new Ledger(path, [Right, Wrong]);
        third.Gradings.Should().Be(4);
        third.Times(Right, withLoad: true).Should().Be(2);
        third.Results(Right).Should().BeEquivalentTo(new Dictionary<string, int> { ["passed"] = 2, ["unknown: seen twice"] = 1 });
    }

    [Fact]
    public void What_was_counted_of_another_source_does_not_count()
    {
        var ledger = new Ledger(path, [Right]);
        ledger.Add(Right, withLoad: false, "passed");
        ledger.Save();
        File.WriteAllLines(path, File.ReadAllLines(path).Select(line => line.StartsWith('#') ? line : line[..^1] + "-"));

        new Ledger(path, [Right]).Gradings.Should().Be(0);
    }

    [Fact]
    public void Other_submissions_keep_their_counts()
    {
        var one = new Ledger(path, [Right]);
        one.Add(Right, withLoad: false, "passed");
        one.Save();
        var other = new Ledger(path, [Wrong]);
        other.Add(Wrong, withLoad: false, "failed too-early");
        other.Save();

        new Ledger(path, [Right, Wrong]).Gradings.Should().Be(2);
    }

    public void Dispose() => File.Delete(path);
}
