using System.Collections.Immutable;
using FluentAssertions;
using Grader.Build;
using Xunit;

namespace Grader.Tests.Build;

[Collection(nameof(Workshop))]
public sealed class A_submission_that_does_not_compile(Workshop workshop)
{
    [Fact]
    public void Is_told_the_file_the_line_the_column_and_the_compilers_sentence()
    {
        var errors = Errors(("A.cs", "class A;"), ("sub/B.cs", "class B\n{\n    int x = 1\n}\n"), ("Program.cs", "Console.WriteLine(1);"));

        errors.Should().Equal(new CompilerError("sub/B.cs", 3, 14, "CS1002", "; expected", "    int x = 1"));
    }

    [Fact]
    public void Has_its_errors_in_the_order_of_files_and_lines_and_no_warnings()
    {
        var errors = Errors(("B.cs", "int unused = 0;\nint a = \"\";\nint b = \"\";"), ("A.cs", "class A { int x = \"\"; string s = null; }"));

        errors.Select(error => (error.File, error.Line)).Should().Equal(("A.cs", 1), ("B.cs", 2), ("B.cs", 3));
    }

    [Theory]
    [InlineData("class Program;")]
    [InlineData("")]
    [InlineData("// nothing but a comment\n")]
    public void Without_a_Main_is_a_finding(string text)
    {
        Errors(("Program.cs", text)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { File = "Program.cs", Line = 1, Id = "CS5001" });
    }

    [Fact]
    public void With_two_Mains_is_a_finding()
    {
        const string Main = "class {0} {{ static void Main() {{ }} }}";

        Errors(("A.cs", string.Format(Main, "A")), ("B.cs", string.Format(Main, "B"))).Should().ContainSingle().Which.Id.Should().Be("CS0017");
    }

    [Fact]
    public void With_top_level_code_in_two_files_is_a_finding()
    {
        Errors(("A.cs", "Console.WriteLine();"), ("B.cs", "Console.WriteLine();")).Should().Contain(error => error.Id == "CS8802");
    }

    [Fact]
    public void That_is_no_text_at_all_is_a_finding()
    {
        var submission = workshop.Submission("07-partial-join");
        File.WriteAllBytes(Path.Combine(submission.Folder, "Program.cs"), [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 131 % 256))]);

        workshop.Build(submission).Should().BeOfType<BuildResult.Failed>();
    }

    [Fact]
    public void May_have_very_many_errors_on_very_long_lines()
    {
        var errors = Errors(("Program.cs", string.Join(' ', Enumerable.Repeat("int a = \"\";", 20_000))));

        errors.Should().HaveCountLessThanOrEqualTo(100);
        errors.Should().OnlyContain(error => error.SourceLine.Length <= 401);
    }

    private ImmutableArray<CompilerError> Errors(params (string File, string Text)[] files) =>
        workshop.Build(files).Should().BeOfType<BuildResult.Failed>().Which.Errors;
}
