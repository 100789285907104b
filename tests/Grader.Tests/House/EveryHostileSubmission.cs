using FluentAssertions;
using Grader.Build;
using Grader.Verify;
using Grader.Write;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.House;

/// <summary>
/// What a program does to the grader, to the machine or to the verdict has the stated verdict, and nothing of it is left. Each is a submission for kata 05
/// whose first line names the verdicts that may be given and, for a failed one, the codes that its primary finding may have;
/// <c>linux-6.12</c> there means that the kernel has to be at least that young.
/// </summary>
public sealed class EveryHostileSubmission
{
    private const string Kata = "05-one-after-another";
    private const string Header = "// hostile: ";
    private const string Kernel = "linux-";

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Repository.Below("tests", "Hostile")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Has_its_stated_verdict_and_leaves_nothing(string name)
    {
        var folder = Repository.Below("tests", "Hostile", name);
        var words = File.ReadLines(Path.Combine(folder, "Program.cs")).First()[Header.Length..].Split(' ');
        var verdicts = words.Where(word => Enum.TryParse<Verdict>(word, ignoreCase: true, out _)).ToList();
        var kernel = words.Where(word => word.StartsWith(Kernel, StringComparison.Ordinal)).Select(word => Version.Parse(word[Kernel.Length..])).FirstOrDefault();
        if (kernel > Environment.OSVersion.Version)
        {
            return;
        }

        var codes = words.Except(verdicts).Where(word => !word.StartsWith(Kernel, StringComparison.Ordinal)).ToList();

        KataReport report;
        using (var grading = Grading.Open(new GradingOptions(Repository.Root)))
        {
            // Two of its scenarios: the point is what becomes of the run, not what the kata asks for.
            var kata = KataCatalog.All.Single(kata => kata.Id == Kata);
            report = await grading.Grade(kata with { Scenarios = [.. kata.Scenarios.Take(2)] }, new Submission(Kata, folder));
        }

        var text = Graded.Text(report);
        verdicts.Should().Contain(report.Verdict.ToString().ToLowerInvariant(), "{0}", text);
        if (report.Verdict == Verdict.Failed && codes.Count > 0)
        {
            codes.Should().Contain(report.Primary!.Finding.Code, "{0}", text);
        }

        text.Should().NotContainAny("\u001b", "\u0007", "\u009b");
        text.Split('\n').Should().NotContain(line => line.StartsWith("::", StringComparison.Ordinal));
        ProcessesOf(folder).Should().BeEmpty();
    }

    /// <summary>Programs that hostile submissions start sleep for 25 seconds.</summary>
    private static List<string> ProcessesOf(string folder) =>
    [
        .. from path in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(path), out _)
           let words = Read(Path.Combine(path, "cmdline"))
           where words.Contains("sleep\0" + "25\0", StringComparison.Ordinal) || words.Contains(folder, StringComparison.Ordinal)
           select $"{path}: {words.Replace('\0', ' ')}",
    ];

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
