using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Grader;
using Grader.Build;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Benchmarks;

/// <summary>All scenarios of the reference solutions: graded, as <c>grade --from solutions --all</c> does it, against the same process trees bare.</summary>
internal static class WholeCourse
{
    public static void Measure(Programs programs)
    {
        var specimens = Corpus.Solutions.Where(programs.Wants).ToList();
        var trees = specimens.SelectMany(specimen =>
        {
            var bare = programs.Build(specimen).Bare;
            return specimen.Kata.Scenarios.Where(EndsBare).SelectMany(scenario => Runs(scenario).Select(run => (Program: bare, Scenario: run)));
        }).ToList();
        var katas = specimens.Select(specimen => (specimen, Kata: specimen.Kata with { Scenarios = [.. specimen.Kata.Scenarios.Where(EndsBare)] }))
            .Where(pair => pair.Kata.Scenarios.Length > 0).ToList();

        Console.WriteLine($"{katas.Count} katas, {katas.Sum(pair => pair.Kata.Scenarios.Length)} scenarios, {trees.Count} process trees, {Environment.ProcessorCount} cores");
        var (alone, stuck) = Bare(trees);
        if (!stuck.IsEmpty)
        {
            Console.WriteLine($"  did not end by themselves: {string.Join(", ", stuck)}");
        }

        var graded = Graded(katas);
        Console.WriteLine($"  bare   {alone.TotalSeconds,7:0.0} s, as many trees at a time as there are cores");
        Console.WriteLine($"  graded {graded.TotalSeconds,7:0.0} s, the grader's own start and the compilation included");
        Console.WriteLine($"  ratio  {graded / alone,7:0.00}");
    }

    private static (TimeSpan Elapsed, ConcurrentBag<string> Stuck) Bare(List<(KataProgram Program, Scenario Scenario)> trees)
    {
        var stuck = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();
        Parallel.ForEach(trees, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, tree =>
        {
            using var run = new BareRun(tree.Program, tree.Scenario);
            if (run.UntilItEnds() is null)
            {
                stuck.Add(tree.Scenario.Name);
            }
        });
        return (clock.Elapsed, stuck);
    }

    private static TimeSpan Graded(List<(Specimen Specimen, KataContract Kata)> katas)
    {
        var clock = Stopwatch.StartNew();
        using (var grading = Grading.Open(new GradingOptions(Repository.Root)))
        {
            var reports = Task.WhenAll(katas.Select(pair => grading.Grade(pair.Kata, pair.Specimen.Submission))).GetAwaiter().GetResult();
            foreach (var report in reports.Where(report => report.Verdict != Grader.Verify.Verdict.Passed))
            {
                Console.WriteLine($"  {report.Kata.Id}: {report.Verdict} {report.Reason}");
            }
        }

        return clock.Elapsed;
    }

    /// <summary>Where the scenario has to act on the processes, nobody does so in a bare run, and it may not end.</summary>
    private static bool EndsBare(Scenario scenario) => !scenario.Steps.Any(step => step is Step.Signal or Step.Kill or Step.KillOneAt);

    private static ImmutableArray<Scenario> Runs(Scenario scenario) =>
        scenario.Other is { } other ? [scenario, scenario with { Arguments = other.Arguments }] : [scenario];
}
