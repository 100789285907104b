using System.Diagnostics;
using Grader.Build;
using Grader.Contract;
using Grader.Verify;
using Grader.Write;
using Katas.Tests.Spec;

namespace Grader.Cli;

/// <summary><c>endure</c>: what it does.</summary>
public static class EndureRun
{
    /// <summary>0 when every grading had a verdict that it may have, else 1. The figures are for the reader.</summary>
    public static async Task<int> Run(EndureOptions options, CancellationToken cancel)
    {
        using var grading = SandboxNames.Open(new GradingOptions(Repository.Root) { Jobs = options.Jobs, Sandbox = options.Sandbox });
        Console.WriteLine($"protection: {grading.Protection}");
        var hostile = HostileProgram.All
            .Where(program => program.IsPromised(grading.Protection))
            .Select(program => new Candidate("tests/Hostile/" + program.Name, HostileProgram.Contract, program.Submission, program.IsAsStated));
        var others = Corpus.Solutions.Concat(Corpus.Alternatives).Concat(Corpus.Mistakes)
            .Select(specimen => new Candidate(specimen.Name, specimen.Kata, specimen.Submission, report => report.Verdict == (specimen.Mistake is null ? Verdict.Passed : Verdict.Failed)));
        List<Candidate> candidates = [.. hostile, .. options.Hostile ? [] : others];

        var dice = new Random(options.Seed);
        var clock = new Stopwatch();
        var wrong = 0;
        var slowest = new Dictionary<string, TimeSpan>();
        var times = new List<double>();
        for (var i = 0; i < options.Times; i++)
        {
            var candidate = candidates[options.Hostile ? i % candidates.Count : dice.Next(candidates.Count)];
            clock.Restart();
            var report = await grading.Grade(candidate.Kata, candidate.Submission, null, cancel);
            var took = clock.Elapsed;
            times.Add(took.TotalSeconds);
            slowest[candidate.Name] = took > slowest.GetValueOrDefault(candidate.Name) ? took : slowest.GetValueOrDefault(candidate.Name);
            if (!candidate.IsRight(report))
            {
                wrong++;
                Console.WriteLine($"! {candidate.Name}: {report.Verdict.Word()} {report.Primary?.Finding.Code} {Printable.Line(report.Reason)}");
            }

            if (i % Math.Max(1, options.Times / 10) == 0 || i == options.Times - 1)
            {
                Console.WriteLine(Figures(i + 1));
            }
        }

        foreach (var (name, time) in slowest.OrderByDescending(pair => pair.Value).Take(12))
        {
            Console.WriteLine($"  {time.TotalSeconds,6:0.00} s at most  {name}");
        }

        Console.WriteLine($"within 1 s: {times.Count(time => time <= 1)}, within 10 s: {times.Count(time => time <= 10)}, the median {times.Order().ElementAt(times.Count / 2):0.00} s");
        Console.WriteLine($"{options.Times} gradings: {options.Times - wrong} as they must be, {wrong} not");
        return wrong == 0 ? 0 : 1;
    }

    private static string Figures(int gradings)
    {
        using var self = Process.GetCurrentProcess();
        GC.Collect();
        return $"{gradings,6} gradings: {Directory.GetFiles("/proc/self/fd").Length,4} files, {self.Threads.Count,3} threads, {self.WorkingSet64 >> 20,4} MB (at most {self.PeakWorkingSet64 >> 20}), {GC.GetTotalMemory(false) >> 20,4} MB managed";
    }

    private sealed record Candidate(string Name, KataContract Kata, Submission Submission, Predicate<KataReport> IsRight);
}
