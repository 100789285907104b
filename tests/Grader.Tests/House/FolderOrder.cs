using System.Text.RegularExpressions;
using FluentAssertions;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.House;

/// <summary>Inside the engine a folder may use those before it, never those after it; only Grading.cs sees all.</summary>
public sealed partial class FolderOrder
{
    private static readonly string[] Flow = ["Build", "Contract", "Launch", "Trace", "Verify", "Why", "Write"];

    public static TheoryData<string> Folders => [.. Flow];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_those_before_it(string folder)
    {
        var later = Flow.SkipWhile(name => name != folder).Skip(1).ToHashSet();

        var wrong =
            from file in Sources(Repository.Below("grader", "Engine", folder))
            from used in Names().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value).Distinct()
            where later.Contains(used)
            select $"{Repository.Shorten(file)} uses {used}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_engine_has_its_place_in_the_flow() =>
        Directory.GetDirectories(Repository.Below("grader", "Engine")).Select(Path.GetFileName).Except(["bin", "obj"]).Should().BeSubsetOf(Flow);

    [Fact]
    public void The_checkers_and_the_explanations_touch_no_process_no_file_no_clock_and_no_console()
    {
        string[] forbidden = ["Process.Start(", "File.Read", "File.Open", "File.Write", "Directory.", "DateTime.", "Stopwatch", "Console."];
        var wrong =
            from folder in new[] { "Verify", "Why" }
            from file in Sources(Repository.Below("grader", "Engine", folder))
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            let code = Strings().Replace(line, "")
            from word in forbidden
            where code.Contains(word, StringComparison.Ordinal)
            select $"{Repository.Shorten(file)}: {word}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void The_grader_never_sleeps()
    {
        var wrong =
            from root in new[] { "grader", "tests/Katas.Tests", "tests/Grader.Tests" }
            from file in Sources(Repository.Below(root))
            from line in File.ReadLines(file)
            let code = Strings().Replace(line, "")
            where !code.TrimStart().StartsWith("//", StringComparison.Ordinal) && (code.Contains("Thread.Sleep" + "(") || code.Contains("Task.Delay" + "("))
            select $"{Repository.Shorten(file)}: {line.Trim()}";

        wrong.Should().BeEmpty();
    }

    /// <summary>Where the kernel announces nothing one has to look again. These places do, and for each the comment there says what it looks at.</summary>
    [Fact]
    public void Only_who_looks_at_what_nobody_announces_looks_twice()
    {
        string[] lookers = ["Launch/Launcher.cs", "Launch/Run.cs", "Launch/Linux/Poll.cs", "Launch/Linux/SteppedProcess.cs", "Launch/Linux/StoppedThread.cs", "Launch/Linux/Tracer.cs", "Launch/Settling/StackCache.cs"];
        var pausing =
            from file in Sources(Repository.Below("grader", "Engine"))
            let code = File.ReadAllText(file)
            where code.Contains("BetweenLooks(", StringComparison.Ordinal) || code.Contains("Poll.Any([],", StringComparison.Ordinal)
            select Path.GetRelativePath(Repository.Below("grader", "Engine"), file);

        pausing.Should().BeEquivalentTo(lookers);
    }

    [Fact]
    public void The_probe_uses_nothing_but_the_base_library() =>
        File.ReadAllText(Repository.Below("grader", "Probe", "Probe.csproj")).Should().NotContain("PackageReference").And.NotContain("ProjectReference");

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));

    /// <summary><c>using Grader.Launch;</c>, <c>Grader.Launch.Signal</c>, <c>namespace Grader.Launch</c>.</summary>
    [GeneratedRegex(@"\bGrader\.(?<folder>Build|Contract|Launch|Trace|Verify|Why|Write)\b")]
    private static partial Regex Names();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Strings();
}
