using System.Text.Json;
using FluentAssertions;
using Grader.Tests.Cli;
using Grader.Verify;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.Launch;

/// <summary>What is counted here is the whole process and the whole machine: no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(ManyGradings), DisableParallelization = true)]
public sealed class Alone;

/// <summary>One grader after a hundred gradings, and ten graders at the same time.</summary>
[Collection(nameof(ManyGradings))]
public sealed class ManyGradings
{
    // Right, too early, hanging, crashing, asking again and again.
    private static readonly string[] Names =
    [
        "solutions/05-one-after-another",
        "solutions/11-queue-hai",
        "tests/Mistakes/07-partial-join/joins-everything",
        "tests/Mistakes/08-exit-codes/pretended-crash",
        "tests/Mistakes/12-until-sentinel/end-of-file-is-enough",
        "tests/Mistakes/05-one-after-another/asks-again-and-again",
    ];

    [Fact]
    public async Task A_hundred_gradings_leave_no_process_no_descriptor_and_no_file()
    {
        var specimens = Specimens().ToList();
        var folders = Folders();
        int[] open;
        using (var grading = Grading.Open(new GradingOptions(Repository.Root)))
        {
            await GradeAll(grading, specimens, times: 4);
            var before = Descriptors();

            await GradeAll(grading, specimens, times: 100 / specimens.Count);

            open = [before, Descriptors()];
        }

        open[1].Should().BeLessThanOrEqualTo(open[0] + 8);
        Folders().Except(folders).Where(folder => !CommandLines().Any(line => line.Contains(folder, StringComparison.Ordinal))).Should().BeEmpty("a grader's folder goes with it");
        CommandLines().Where(line => line.StartsWith("/tmp/kata-", StringComparison.Ordinal) && !File.Exists(line.Split('\0')[0])).Should().BeEmpty("no process outlives its grader");
    }

    [Fact]
    public async Task Ten_graders_at_the_same_time_say_what_one_says_alone()
    {
        string[] expected = ["passed ", "failed needless-wait"];
        var folders = new[] { "solutions/07-partial-join", "tests/Mistakes/07-partial-join/joins-everything" };

        var said = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
            (Expected: expected[i % 2], Said: await CommandLineProcess.Run("grade", "07", "--from", folders[i % 2], "--format", "json"))));

        said.Select(pair => (pair.Expected, Said: VerdictOf(pair.Said))).Should().OnlyContain(pair => pair.Expected == pair.Said);
    }

    private static IEnumerable<Specimen> Specimens() =>
        Corpus.Solutions.Concat(Corpus.Mistakes).Where(specimen => Names.Contains(specimen.Name));

    private static async Task GradeAll(Grading grading, List<Specimen> specimens, int times)
    {
        for (var i = 0; i < times; i++)
        {
            // Two scenarios of each: the point is what is left.
            var reports = await Task.WhenAll(specimens.Select(specimen =>
                grading.Grade(specimen.Kata with { Scenarios = [.. specimen.Kata.Scenarios.Take(2)] }, specimen.Submission)));
            reports.Should().NotContain(report => report.Verdict == Verdict.Unknown);
        }
    }

    private static string VerdictOf(CommandLineProcess process)
    {
        using var report = JsonDocument.Parse(process.Output);
        var kata = report.RootElement.GetProperty("katas")[0];
        var code = kata.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("primary").GetBoolean()).Select(finding => finding.GetProperty("code").GetString()).FirstOrDefault();
        return $"{kata.GetProperty("verdict").GetString()} {code}";
    }

    private static int Descriptors() => Directory.GetFiles("/proc/self/fd").Length;

    private static HashSet<string> Folders() => [.. Directory.GetDirectories("/tmp", "kata-??????")];

    private static List<string> CommandLines() =>
        [.. Directory.GetDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)).Select(path => Read($"{path}/cmdline"))];

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
