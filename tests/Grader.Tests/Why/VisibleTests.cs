using FluentAssertions;
using Grader.Why;
using Xunit;

namespace Grader.Tests.Why;

public class VisibleTests
{
    [Theory]
    [InlineData("\e[31mred", "␛[31mred")]
    [InlineData("a\rb\tc", "a␍b␉c")]
    [InlineData("x\u202Ey", "x⟨U+202E⟩y")]
    [InlineData("\u0085", "⟨U+0085⟩")]
    [InlineData("Grüße", "Grüße")]
    public void Nothing_can_move_the_cursor_or_hide(string text, string shown) => Visible.Text(text).Should().Be(shown);

    [Fact]
    public void Blanks_at_the_edges_and_long_texts_are_told()
    {
        Visible.Quoted(" a  b ").Should().Be("`·a··b·`");
        Visible.Quoted(new string('x', 100), 10).Should().Be("`xxxxxxxxxx…` (100 characters)");
    }

    [Fact]
    public void A_replay_is_one_command_that_a_shell_understands()
    {
        Replay.Command("07-partial-join", null, "D does not wait").Should().Be("dotnet run --project grader/Cli -- grade 07 --scenario \"D does not wait\"");
        Replay.Command("05-x", "my work", "`Done` waits").Should().Be("dotnet run --project grader/Cli -- grade 05 --from \"my work\" --scenario \"\\`Done\\` waits\"");
    }
}
