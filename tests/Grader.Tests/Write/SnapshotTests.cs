using FluentAssertions;
using Grader.Write;
using Xunit;

namespace Grader.Tests.Write;

public sealed class SnapshotTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("snapshot-");
    private readonly Snapshot snapshot;

    public SnapshotTests() => snapshot = new Snapshot(Path.Combine(folder.FullName, "story.verified.txt"));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_was_never_recorded_differs_and_is_left_as_received()
    {
        snapshot.Holds("new", accept: false).Should().BeFalse();
        File.ReadAllText(snapshot.Received).Should().Be("new");
        snapshot.Difference().Should().Be("+ new");
    }

    [Fact]
    public void What_was_accepted_holds_from_then_on()
    {
        snapshot.Holds("a\nb\n", accept: true).Should().BeTrue();
        snapshot.Holds("a\r\nb", accept: false).Should().BeTrue();
        folder.GetFiles().Should().ContainSingle();
    }

    [Fact]
    public void A_difference_is_said_line_by_line()
    {
        snapshot.Holds("a\nb\nc", accept: true);
        snapshot.Holds("a\nx\nc", accept: false).Should().BeFalse();
        snapshot.Difference().Should().Be("- b\n+ x");
    }

    [Fact]
    public void The_received_file_goes_when_it_holds_again()
    {
        snapshot.Holds("a", accept: true);
        snapshot.Holds("b", accept: false);
        snapshot.Holds("a", accept: false);
        File.Exists(snapshot.Received).Should().BeFalse();
    }
}
