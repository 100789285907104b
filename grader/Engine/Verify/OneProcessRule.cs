using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>
/// Each worker does its own work and prints its own lines. A line that only a worker may print, printed by main, means that main did the work itself
/// (<c>not-a-process</c>) or captured the worker's output and printed it (<c>relayed-output</c>).
/// </summary>
public static class OneProcessRule
{
    public static IEnumerable<Finding> Check(Run run)
    {
        // Of several workers that might have printed the same line, one that cannot have printed it is the telling one.
        foreach (var (worker, lines) in WorkersLinesInMain(run).OrderBy(found => CouldPrint(run, found.Worker)).DistinctBy(found => found.Lines[0].Number))
        {
            var first = lines[0];
            yield return run.ActorsOf(worker).FirstOrDefault() switch
            {
                null => Did(run, first, $"that is the work of {worker}, which never existed as a process"),
                { PrintsToMain: false } => run.Finding(Code.RelayedOutput,
                    $"main printed `{first.What.Text}`, a line that {worker} has to print itself: its output goes to main instead of standard output.", [first.Number], Who.Main),
                _ => Did(run, first, $"that is the work of {worker}"),
            };
        }

        foreach (var line in SilentWorkDoneByMain(run))
        {
            yield return run.Finding(Code.NotAProcess, $"main printed `{line.What.Text}`, the right result, but no worker ever existed: main did the work itself.", [line.Number], Who.Main);
        }
    }

    private static Finding Did(Run run, Occurrence line, string but) => run.Finding(Code.NotAProcess, $"main printed `{line.What.Text}` itself; {but}.", [line.Number], Who.Main);

    private static bool CouldPrint(Run run, string worker) => run.ActorsOf(worker).Any(actor => actor.PrintsToMain);

    /// <summary>Evidence that main did the work of workers that never existed.</summary>
    public static IEnumerable<Occurrence> DoneByMain(Run run) =>
        [.. WorkersLinesInMain(run).Where(found => !run.ActorsOf(found.Worker).Any()).SelectMany(found => found.Lines), .. SilentWorkDoneByMain(run)];

    /// <summary>Lines of main that are none of its own, but belong to a worker that did not print them.</summary>
    private static IEnumerable<(string Worker, List<Occurrence> Lines)> WorkersLinesInMain(Run run)
    {
        var surplus = Match.Of(run).Unexpected.Where(line => run.RoleOf(line.Actor) == Who.Main).ToList();
        if (surplus.Count == 0)
        {
            yield break;
        }

        var missing = Match.Of(run).Missing;
        foreach (var worker in run.Outcome.Workers)
        {
            // A line with a pid of a process that does not exist cannot be recognized; the others suffice. Threads print in any order: hence that of the rules.
            var lines = missing.Where(lost => lost.Rule.Who.Fits(worker) && !lost.Rule.Who.Fits(Who.Main)).SelectMany(lost => surplus.Where(line => line.What.Text == lost.Text)).Distinct().ToList();
            if (lines.Count > 0)
            {
                yield return (worker, lines);
            }
        }
    }

    /// <summary>The last line (in the order of the rules) of a main whose lines are all right although not one of its (silent) workers ever existed.</summary>
    public static IEnumerable<Occurrence> SilentWorkDoneByMain(Run run)
    {
        var workersAreSilent = !run.Outcome.Lines.Any(rule => rule.Lines.Length > 0 && run.Outcome.Workers.Any(rule.Who.Fits));
        if (!run.IsComplete || !run.SawAll || run.Outcome.Workers.IsEmpty || run.Workers.Length > 0 || !workersAreSilent)
        {
            return [];
        }

        var match = Match.Of(run);
        return match.Unexpected.Count == 0 && match.Missing.Count == 0
            ? match.Matched.OrderBy(matched => run.Outcome.Lines.IndexOf(matched.Rule)).ThenBy(matched => matched.Rule.Lines.IndexOf(matched.Line.What.Text)).Select(matched => matched.Line).TakeLast(1)
            : [];
    }
}
