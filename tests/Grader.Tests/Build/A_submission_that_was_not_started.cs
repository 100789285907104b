using FluentAssertions;
using Grader.Build;
using Xunit;

namespace Grader.Tests.Build;

[Collection(nameof(Workshop))]
public sealed class A_submission_that_was_not_started(Workshop workshop)
{
    private const string StubText = """
        // Your turn: start the workers.
        if (args is ["--worker", ..])
        {
            Console.WriteLine("working");
        }
        """;

    [Fact]
    public void Has_no_folder()
    {
        NotStarted(new Submission("07-partial-join", "/nowhere/07-partial-join")).Should().Contain("no folder");
    }

    [Fact]
    public void Has_no_source_file()
    {
        NotStarted(workshop.Submission("07-partial-join", ("README.md", "# 07"))).Should().Contain("no .cs file");
    }

    [Theory]
    [InlineData(StubText)]
    [InlineData("if(args is [\"--worker\",..]) { Console . WriteLine(\"working\"); } // mine\n#region mine\n#endregion\n")]
    public void Is_the_stub_whatever_its_blanks_and_comments(string text)
    {
        NotStarted(workshop.Submission("07-partial-join", ("Program.cs", text)), StubFolder()).Should().Contain("stub");
    }

    [Fact]
    public void Is_the_stub_under_another_file_name()
    {
        NotStarted(workshop.Submission("07-partial-join", ("Main.cs", StubText), ("Empty.cs", "// later")), StubFolder()).Should().Contain("stub");
    }

    [Fact]
    public void Is_started_with_the_first_token_that_differs()
    {
        var changed = workshop.Submission("07-partial-join", ("Program.cs", StubText.Replace("working", "at work", StringComparison.Ordinal)));

        workshop.Build(changed, StubFolder()).Should().BeOfType<BuildResult.Built>();
    }

    [Fact]
    public void Is_a_finding_and_not_unstarted_when_its_file_is_empty()
    {
        workshop.Build(workshop.Submission("07-partial-join", ("Program.cs", "")), StubFolder()).Should().BeOfType<BuildResult.Failed>();
    }

    [Fact]
    public void Is_known_from_the_solution_with_its_regions_cut()
    {
        var solution = workshop.Submission("07-partial-join", ("Program.cs", StubText + "\n    #region solution\nelse { Start(); }\n    #endregion\n#region solution\nvoid Start() { }\n#endregion"));

        NotStarted(workshop.Submission("07-partial-join", ("Program.cs", StubText)), Stub.CutFrom(solution.Folder)).Should().Contain("stub");
    }

    private string NotStarted(Submission submission, Stub? stub = null) =>
        workshop.Build(submission, stub).Should().BeOfType<BuildResult.NotStarted>().Which.Reason;

    private Stub StubFolder() => Stub.InFolder(workshop.Submission("07-partial-join", ("Program.cs", StubText)).Folder);
}
