using FluentAssertions;
using Grader.Build;
using Xunit;

namespace Grader.Tests.Build;

[Collection(nameof(Workshop))]
public sealed class A_submissions_folder(Workshop workshop)
{
    [Fact]
    public void Holds_the_sources_of_its_sub_folders_but_not_what_a_build_left()
    {
        var submission = workshop.Submission(
            "05-one-after-another", ("b.cs", ""), ("A.cs", ""), ("sub/deep/C.CS", ""), ("bin/D.cs", ""), ("obj/Debug/E.cs", ""), ("sub/obj/F.cs", ""), (".vs/G.cs", ""), ("._A.cs", ""), ("H.txt", ""));

        SubmissionFolder.SourceFiles(submission.Folder).Should().Equal("A.cs", "b.cs", "sub/deep/C.CS");
    }

    [Fact]
    public void Does_not_reach_beyond_itself_through_links()
    {
        var outside = workshop.Submission("06-x", ("Secret.cs", "class Secret;"));
        var submission = workshop.Submission("05-one-after-another", ("Program.cs", ""));
        File.CreateSymbolicLink(Path.Combine(submission.Folder, "Link.cs"), Path.Combine(outside.Folder, "Secret.cs"));
        Directory.CreateSymbolicLink(Path.Combine(submission.Folder, "up"), outside.Folder);
        Directory.CreateSymbolicLink(Path.Combine(submission.Folder, "circle"), submission.Folder);

        SubmissionFolder.SourceFiles(submission.Folder).Should().Equal("Program.cs");
    }

    [Fact]
    public void Is_found_under_its_root_by_the_katas_name()
    {
        var submission = workshop.Submission("05-one-after-another", ("Program.cs", ""));
        var root = Path.GetDirectoryName(submission.Folder)!;

        SubmissionFolder.Find(root, "05-one-after-another", single: false).Folder.Should().Be(submission.Folder);
        SubmissionFolder.Find(root, "05-one-after-another", single: true).Folder.Should().Be(submission.Folder);
    }

    [Fact]
    public void May_be_the_root_itself_when_one_kata_is_asked_for()
    {
        var submission = workshop.Submission("my-solution", ("src/Program.cs", ""));

        SubmissionFolder.Find(submission.Folder, "05-one-after-another", single: true).Folder.Should().Be(submission.Folder);
        SubmissionFolder.Find(submission.Folder, "05-one-after-another", single: false).Folder.Should().Be(Path.Combine(submission.Folder, "05-one-after-another"));
    }

    [Fact]
    public void Is_never_a_root_that_holds_other_katas()
    {
        var other = workshop.Submission("06-all-at-once", ("Program.cs", ""));
        var root = Path.GetDirectoryName(other.Folder)!;

        SubmissionFolder.Find(root, "05-one-after-another", single: true).Folder.Should().Be(Path.Combine(root, "05-one-after-another"));
    }

    [Fact]
    public void Is_left_as_it_was_and_its_project_files_are_ignored()
    {
        const string Bomb = "<Project><Target Name=\"T\" BeforeTargets=\"Build\"><Exec Command=\"touch bombed\" /></Target><NoSuchThing></Project>";
        var submission = workshop.Submission(
            "05-one-after-another",
            ("Program.cs", "Console.WriteLine(\"fine\");"),
            ("kata.csproj", Bomb),
            ("Directory.Build.props", Bomb),
            ("Directory.Build.targets", Bomb),
            (".editorconfig", "[*.cs]\ndotnet_diagnostic.CS0168.severity = error\n"),
            ("analyzers/Evil.dll", "not even an assembly"),
            ("global.json", "{ \"sdk\": { \"version\": \"1.0.0\" } }"));
        var before = Listing(submission.Folder);

        var built = workshop.Build(submission).Should().BeOfType<BuildResult.Built>().Which.Program;

        workshop.Run(built).Should().Be("fine");
        Listing(submission.Folder).Should().Equal(before);
    }

    private static IEnumerable<(string Path, DateTime Written)> Listing(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (path, File.GetLastWriteTimeUtc(path)))];
}
