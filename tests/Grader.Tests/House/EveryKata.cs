using System.Text.RegularExpressions;
using FluentAssertions;
using Grader.Build;
using Grader.Verify;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.House;

/// <summary>The repository checks its own content.</summary>
public sealed partial class EveryKata
{
    private static readonly string[] Headings =
        ["## What you learn", "## In Python", "## The task", "## Rules", "## Try it by hand", "## Hints", "## .NET and Python"];

    public static TheoryData<string> Ids => [.. KataCatalog.All.Select(kata => kata.Id)];

    [Fact]
    public void Is_numbered_without_a_gap() =>
        KataCatalog.All.Select(kata => kata.Number).Should().Equal(Enumerable.Range(1, KataCatalog.All.Length));

    [Theory]
    [InlineData("katas")]
    [InlineData("solutions")]
    public void Has_its_folder_in_both_trees(string root) =>
        Folders(root).Should().Equal(KataCatalog.All.Select(kata => kata.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_README_with_all_of_its_parts(string id)
    {
        var text = File.ReadAllText(Repository.Below("katas", id, "README.md"));
        var lines = OutsideOfCode(text);

        lines.First(line => line.Length > 0).Should().MatchRegex($"^# {id[..2]} – .+");
        lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Should().Equal(Headings);
        Regex.Count(text, "<details>").Should().BeInRange(2, 3, "there are two or three hints");
        text.Should().MatchRegex($"dotnet (run --project|build) katas/{id}", "it says how to run the kata by hand");
    }

    [SkippableTheory]
    [MemberData(nameof(Ids))]
    public void Has_a_stub_that_is_the_solution_without_its_regions(string id)
    {
        Skip.If(IsBegun(id), $"You have begun {id}: its stub is no longer there to be compared.");
        var solution = Sources("solutions", id);
        var stub = Sources("katas", id);

        stub.Keys.Should().Equal(solution.Keys);
        foreach (var (file, text) in solution)
        {
            WithoutBlankLines(stub[file]).Should().Equal(WithoutBlankLines(Stub.Cut(text)), "katas/{0}/{1} is solutions/{0}/{1} without its regions", id, file);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Is_not_started_as_long_as_the_stub_is_untouched(string id)
    {
        var folder = Directory.CreateTempSubdirectory("stub-");
        try
        {
            foreach (var (file, text) in Sources("solutions", id))
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), Stub.Cut(text));
            }

            var report = await TestRun.Grading.Grade(KataCatalog.All.Single(kata => kata.Id == id), new Submission(id, folder.FullName));
            report.Verdict.Should().Be(Verdict.NotStarted);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Has_a_project_with_a_name_of_its_own()
    {
        var projects = Directory.GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();
        projects.Should().OnlyHaveUniqueItems();
        projects.Should().Contain(KataCatalog.All.SelectMany(kata => new[] { $"{kata.Id}.csproj", $"{kata.Id}.solution.csproj" }));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_wrong_and_right_submissions_enough(string id)
    {
        var mistakes = Corpus.Mistakes.Where(specimen => specimen.Kata.Id == id).ToList();

        mistakes.Should().HaveCountGreaterThanOrEqualTo(5);
        mistakes.Count(specimen => specimen.Mistake!.LooksRight).Should().BeGreaterThanOrEqualTo(2, "two at least look right when they are run freely");
        Corpus.Alternatives.Count(specimen => specimen.Kata.Id == id).Should().BeGreaterThanOrEqualTo(id[..2].CompareTo("11") < 0 ? 1 : 2);
    }

    /// <summary>Somebody works in <c>katas</c>; in CI nobody does.</summary>
    private static bool IsBegun(string id) =>
        Environment.GetEnvironmentVariable("CI") is null or ""
        && Sources("solutions", id).Any(source =>
            !Sources("katas", id).TryGetValue(source.Key, out var text) || !WithoutBlankLines(text).SequenceEqual(WithoutBlankLines(Stub.Cut(source.Value))));

    private static IEnumerable<string> Folders(string root) =>
        Directory.GetDirectories(Repository.Below(root)).Select(folder => Path.GetFileName(folder)!).Where(name => KataId().IsMatch(name)).Order(StringComparer.Ordinal);

    private static SortedDictionary<string, string> Sources(string root, string id) =>
        new(Directory.GetFiles(Repository.Below(root, id), "*.cs").ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);

    private static IEnumerable<string> WithoutBlankLines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);

    private static List<string> OutsideOfCode(string text)
    {
        var inside = false;
        return [.. text.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith("```", StringComparison.Ordinal) ? (inside = !inside) && false : !inside)];
    }

    [GeneratedRegex(@"^\d\d-")]
    private static partial Regex KataId();
}
