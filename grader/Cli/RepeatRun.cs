using System.Collections.Immutable;
using System.Diagnostics;
using Grader.Trace;
using Grader.Verify;
using Grader.Write;
using Katas.Tests.Spec;

namespace Grader.Cli;

/// <summary><c>repeat</c>: what it does.</summary>
public static class RepeatRun
{
    /// <summary>0 when every grading had the verdict that it must have (and every canonical run of a deterministic kata the same story), else 1.</summary>
    public static async Task<int> Run(RepeatOptions options, CancellationToken cancel)
    {
        var katas = KataNames.Select(options.Katas, KataCatalog.All).Select(kata => kata.Id).ToHashSet();
        var specimens = Corpus.Solutions.Concat(Corpus.Alternatives).Concat(Corpus.Mistakes).Where(specimen => katas.Contains(specimen.Kata.Id)).ToImmutableArray();
        var ledger = new Ledger(options.Ledger, specimens);
        var clock = Stopwatch.StartNew();
        using var grading = SandboxNames.Open(new GradingOptions(Repository.Root) { Jobs = options.Jobs, Sandbox = options.Sandbox });
        try
        {
            var rounds = Math.Max(options.Times, options.Wrong);
            for (var round = 0; round < rounds; round++)
            {
                await Round(round, withLoad: round % 2 == 1);
            }
        }
        catch (OperationCanceledException)
        {
            // Hours may have gone into it: who stops it learns what was counted until then.
            Print(specimens, ledger, clock.Elapsed);
            throw;
        }

        return Print(specimens, ledger, clock.Elapsed);

        async Task Round(int round, bool withLoad)
        {
            var due = specimens.Where(specimen => round < (specimen.Mistake is null ? options.Times : options.Wrong) && ledger.Times(specimen, withLoad) <= round / 2).ToList();
            if (due.Count == 0)
            {
                return;
            }

            using var loops = new BusyLoops(withLoad ? options.Busy : 0);
            await Task.WhenAll(due.Select(async specimen => Count(specimen, withLoad, Result(await Once(specimen), options.Reports))));
            Console.Error.WriteLine($"round {round + 1}{(withLoad ? $" with {options.Busy} busy loops" : "")}, {due.Count} gradings: {clock.Elapsed:hh\\:mm\\:ss}");
        }

        // Rounds take minutes: what is wrong is said at once.
        void Count(Specimen specimen, bool withLoad, string result)
        {
            ledger.Add(specimen, withLoad, result);
            ledger.Save();
            if (!IsExpected(specimen, result))
            {
                Console.Error.WriteLine($"! {specimen.Name} {result} (must be {Expected(specimen)})");
            }
        }

        async Task<(Specimen, KataReport)> Once(Specimen specimen) => (specimen, await grading.Grade(specimen.Kata, specimen.Submission, null, cancel));
    }

    /// <summary>
    /// What must be the same every time: the verdict, the code, for the reference solution of a deterministic kata the canonical story, and when they are
    /// kept the report on a wrong one.
    /// </summary>
    private static string Result((Specimen Specimen, KataReport Report) graded, string? reports)
    {
        var report = graded.Report;
        var result = report.Primary is { } primary ? $"{report.Verdict.Word()} {primary.Finding.Code}" : report.Verdict.Word();
        if (reports is not null && report.Verdict == Verdict.Failed)
        {
            var kept = Keep(TextReport.Write(report, new WritingOptions(Repository.Root, Ink.None)), Path.Combine(reports, graded.Specimen.Name));
            return $"{result} {report.Primary?.Place?.File}:{report.Primary?.Place?.Line} {kept}";
        }

        return report.Verdict switch
        {
            Verdict.Unknown => $"{result}: {Printable.Line(report.Reason)}",
            Verdict.Passed when graded.Specimen.Name.StartsWith("solutions/", StringComparison.Ordinal) && report.Kata.Deterministic =>
                $"{result} {Fingerprint(string.Join('\n', Story.Tell(report.Traces[0])))}",
            _ => result,
        };
    }

    /// <returns>The name of the report's file, without its extension.</returns>
    private static string Keep(string report, string folder)
    {
        var name = Fingerprint(report);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{name}.txt"), report);
        return name;
    }

    /// <summary>A short name for a story or a report: equal ones have equal names.</summary>
    private static string Fingerprint(string text) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..8];

    private static string Expected(Specimen specimen) => specimen.Mistake is { } mistake ? $"failed {mistake.Code}" : "passed";

    private static bool IsExpected(Specimen specimen, string result) => $"{result} ".StartsWith(Expected(specimen) + " ", StringComparison.Ordinal);

    private static int Print(ImmutableArray<Specimen> specimens, Ledger ledger, TimeSpan elapsed)
    {
        var wrong = 0;
        foreach (var specimen in specimens)
        {
            var results = ledger.Results(specimen);
            var good = results.Count <= 1 && results.Keys.All(result => IsExpected(specimen, result));
            wrong += good ? 0 : 1;
            Console.WriteLine($"{(good ? "  " : "! ")}{specimen.Name,-70} {string.Join(", ", results.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} x {pair.Key}"))}"
                + (good ? "" : $" (must be {Expected(specimen)})"));
        }

        Console.WriteLine();
        Console.WriteLine($"{specimens.Length} submissions, {ledger.Gradings} gradings, the last in {elapsed:hh\\:mm\\:ss}: {specimens.Length - wrong} always as they must be, {wrong} not");
        return wrong == 0 ? 0 : 1;
    }
}
