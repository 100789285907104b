using System.Collections.Immutable;
using Grader.Contract;
using Grader.Write;
using Katas.Tests.Spec;

namespace Grader.Cli;

/// <summary><c>grade</c>: what it does.</summary>
public static class GradeRun
{
    /// <summary>Grades and writes the report; returns the exit code.</summary>
    public static async Task<int> Run(GradeOptions options, CancellationToken cancel)
    {
        var write = Formats.Find(options.Format);
        var all = KataCatalog.All;
        var required = options.Require.Select(name => KataNames.Find(name, all).Id).ToHashSet();
        var katas = Chosen(options, all, required);
        var root = SubmissionRoot.Find(options.From, Repository.Root);
        using var file = options.Out is null ? null : ReportFile.Open(options.Out);

        var reports = await Grade(katas, root, options, all, cancel);

        if (file is null)
        {
            Console.Out.Write(write(reports, new WritingOptions(Repository.Root, Terminal.Ink, options.Verbose)));
        }
        else
        {
            file.Write(write(reports, new WritingOptions(Repository.Root, Ink.None, options.Verbose)));
            Console.Out.WriteLine($"{Summary.Of(reports)}: see {options.Out}");
        }

        return Summary.ExitCode(reports, kata => options.All || required.Contains(kata));
    }

    private static async Task<ImmutableArray<KataReport>> Grade(
        ImmutableArray<KataContract> katas, SubmissionRoot root, GradeOptions options, ImmutableArray<KataContract> all, CancellationToken cancel)
    {
        using var grading = SandboxNames.Open(new GradingOptions(Repository.Root)
        {
            Jobs = options.Jobs,
            Limits = LimitNames.Read(options.Limits),
            Sandbox = SandboxNames.Find(options.Sandbox),
            AllowNetwork = options.AllowNetwork,
        });
        using var live = new LiveLines(katas.Length);
        return [.. await Task.WhenAll(katas.Select(async kata =>
        {
            var report = await grading.Grade(kata, root.Of(kata, katas.Length, all), live, cancel);
            live.Done(report);
            return report;
        }))];
    }

    /// <summary>The katas that are named, those that are required with them, reduced to one scenario when that is asked for.</summary>
    private static ImmutableArray<KataContract> Chosen(GradeOptions options, ImmutableArray<KataContract> all, HashSet<string> required)
    {
        IReadOnlyList<string> names = options.Katas.Count == 0 ? [] : [.. options.Katas, .. required];
        var katas = KataNames.Select(names, all);
        return options.Scenario is null ? katas : katas.WithScenario(options.Scenario);
    }
}
