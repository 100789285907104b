using FluentAssertions;
using Grader.Cli;
using Grader.Write;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.Cli;

public sealed class SubmissionRootTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("root-tests-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_root_holds_one_folder_for_each_kata()
    {
        folder.CreateSubdirectory("07-partial-join");
        Folder(named: 28).Should().Be(Path.Combine(folder.FullName, "07-partial-join"));
    }

    [Fact]
    public void With_one_kata_named_the_root_may_be_the_submission()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "Anything.cs"), "");
        Folder(named: 1).Should().Be(folder.FullName);
    }

    [Fact]
    public void With_several_named_it_may_not()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "Anything.cs"), "");
        Folder(named: 2).Should().Be(Path.Combine(folder.FullName, "07-partial-join"));
    }

    [Fact]
    public void A_root_of_other_katas_is_not_taken_for_a_submission()
    {
        File.WriteAllText(Path.Combine(folder.CreateSubdirectory("05-one-after-another").FullName, "Program.cs"), "");
        Folder(named: 1).Should().Be(Path.Combine(folder.FullName, "07-partial-join"));
    }

    [Fact]
    public void The_default_root_need_not_be_named_to_find_a_submission_again() =>
        SubmissionFrom.Of(new("07-partial-join", Repository.Below("katas", "07-partial-join")), Repository.Root).Should().BeNull();

    [Theory]
    [InlineData("solutions/07-partial-join", "solutions")]
    [InlineData("tests/Mistakes/07-partial-join/joins-everything", "tests/Mistakes/07-partial-join/joins-everything")]
    [InlineData("/somewhere/07-partial-join", "/somewhere")]
    [InlineData("/somewhere/else", "/somewhere/else")]
    public void A_submission_is_found_again_by_its_root_or_by_its_own_folder(string path, string from) =>
        SubmissionFrom.Of(new("07-partial-join", Path.GetFullPath(path, Repository.Root)), Repository.Root).Should().Be(from);

    private string Folder(int named)
    {
        var kata = KataNames.Find("07", KataCatalog.All);
        return SubmissionRoot.Find(folder.FullName, Repository.Root).Of(kata, named, KataCatalog.All).Folder;
    }
}
