using FluentAssertions;
using Grader.Write;
using Xunit;

namespace Grader.Tests.Write;

/// <summary>Whatever a learner's program prints, it can neither move a cursor nor give orders to a CI job.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("Process 1: 0", "Process 1: 0")]
    [InlineData("größer – 3 ≥ 2", "größer – 3 ≥ 2")]
    [InlineData("\e[2Jgone", @"\x1b[2Jgone")]
    [InlineData("a\rb\nc\td\0", @"a\rb\nc\td\0")]
    [InlineData("\u009b31m", @"\x9b31m")]
    [InlineData("\u202egnp.exe", @"\u202egnp.exe")]
    [InlineData("::error::forged", @"\::error::forged")]
    [InlineData("   ::set-env name=X::1", @"   \::set-env name=X::1")]
    [InlineData("words ##[add-mask]secret", @"words #\#[add-mask]secret")]
    [InlineData("namespace::name", "namespace::name")]
    public void A_line_is_shown_and_harmless(string raw, string shown) => Printable.Line(raw).Should().Be(shown);

    [Theory]
    [InlineData("  a\e[2J\n::error::x.cs:3", "  a\\x1b[2J\n\\::error::x.cs:3")]
    [InlineData("    ::set-env::", "    \\::set-env::")]
    [InlineData("\e[1mfailed\e[0m größer │ ␛\tx", "\e[1mfailed\e[0m größer │ ␛\tx")]
    public void A_whole_report_keeps_its_colours_and_nothing_else_that_acts(string raw, string shown) => Printable.Report(raw).Should().Be(shown);

    [Fact]
    public void Half_a_surrogate_pair_is_shown_too() => Printable.Line("\ud83d").Should().NotContain("\ud83d");

    [Fact]
    public void Every_line_of_a_text_is_looked_at() => Printable.Lines("one\n::two::").Should().Be("one\n\\::two::");

    [Fact]
    public void A_long_line_is_cut_and_says_how_long_it_was() => Printable.Short(new string('x', 300), 10).Should().Be("xxxxxxxxxx… (300 characters)");

    [Fact]
    public void A_paragraph_keeps_to_eighty_columns()
    {
        var lines = Paragraph.Set("  Held: ", string.Join(' ', Enumerable.Repeat("word", 60))).ToList();

        lines.Should().OnlyContain(line => line.Length <= 80);
        lines[0].Should().StartWith("  Held: word");
        lines[1].Should().StartWith("        word");
    }
}
