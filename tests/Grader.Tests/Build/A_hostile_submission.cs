using System.Text;
using FluentAssertions;
using Grader.Build;
using Xunit;

namespace Grader.Tests.Build;

[Collection(nameof(Workshop))]
public sealed class A_hostile_submission(Workshop workshop)
{
    [Fact]
    public void That_keeps_the_compiler_busy_is_too_complex_and_the_next_one_is_compiled()
    {
        TooComplex(NestedInterpolatedStrings(30)).Message.Should().Be("too complex to compile: the compiler needed more than 5 seconds");

        workshop.Run(workshop.Program("Console.WriteLine(\"next\");")).Should().Be("next");
    }

    [Fact]
    public void That_takes_the_compiler_down_is_too_complex_and_the_next_one_is_compiled()
    {
        TooComplex("var x = " + new string('(', 100_000)).Message.Should().StartWith("too complex to compile");

        workshop.Run(workshop.Program("Console.WriteLine(\"next\");")).Should().Be("next");
    }

    [Fact]
    public void Of_twelve_thousand_braces_is_a_finding()
    {
        workshop.Build(("Program.cs", "class C\n{\n    void M()\n    {\n" + new string('{', 12_000))).Should().BeOfType<BuildResult.Failed>();
    }

    [Fact]
    public void Is_named_by_its_largest_file()
    {
        var result = workshop.Build(("A.cs", "class A;"), ("Z.cs", "Console.WriteLine(" + NestedInterpolatedStrings(30) + ");"));

        result.Should().BeOfType<BuildResult.Failed>().Which.Errors.Should().ContainSingle().Which.File.Should().Be("Z.cs");
    }

    [Fact]
    public void Of_five_megabytes_has_its_ordinary_verdict_or_a_finding()
    {
        var text = new StringBuilder("Console.WriteLine(Big.M1());\nstatic class Big\n{\n");
        for (var i = 0; text.Length < 5_000_000; i++)
        {
            text.Append("    public static int M").Append(i).Append("() => ").Append(i).Append(";\n");
        }

        workshop.Build(("Program.cs", text.Append("}\n").ToString())).Should().Match<BuildResult>(result => result is BuildResult.Built || result is BuildResult.Failed);
        workshop.Run(workshop.Program("/*" + new string('x', 5_000_000) + "*/ Console.WriteLine(\"small\");")).Should().Be("small");
    }

    [Fact]
    public void Larger_than_any_program_is_not_even_read()
    {
        var submission = workshop.Submission("05-one-after-another", ("Program.cs", ""));
        using (var file = File.OpenWrite(Path.Combine(submission.Folder, "Program.cs")))
        {
            file.SetLength(20L * 1024 * 1024 * 1024);
        }

        workshop.Build(submission).Should().BeOfType<BuildResult.Failed>().Which.Errors.Should().ContainSingle().Which.Message.Should().Contain("20480 MiB");
    }

    private CompilerError TooComplex(string text) =>
        workshop.Build(("Program.cs", text)).Should().BeOfType<BuildResult.Failed>().Which.Errors.Should().ContainSingle().Which;

    // $"{$"{$"{ … }"}"}" without any end: each level is scanned again by the one around it.
    private static string NestedInterpolatedStrings(int depth) => string.Concat(Enumerable.Repeat("$\"{", depth)) + "1" + string.Concat(Enumerable.Repeat("}\"", depth));
}
