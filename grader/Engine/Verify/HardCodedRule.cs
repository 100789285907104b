using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>Compares the runs of a kata: where the arguments ask for different lines, the lines differ.</summary>
public static class HardCodedRule
{
    /// <summary>The first pair of runs that prints the same where different things are asked for.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<RunTrace> traces)
    {
        // Only what leaves no choice, and only runs that nothing else cut short.
        var runs = traces.Where(trace => trace.Scenario.Other is null && !trace.Scenario.Outcome.Lines.Any(rule => rule.MayBeMissing))
            .Select(trace => Run.Of(trace).First())
            .Where(run => run.IsComplete && run.Signalled.IsEmpty && NobodyDied(run) && run.PrintedLines().Any())
            .Select(run => (Run: run, Asked: Asked(run), Printed: Printed(run)))
            .ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (AreForDifferentInput(runs[i].Run.Trace.Scenario, runs[j].Run.Trace.Scenario) && runs[i].Asked != runs[j].Asked && runs[i].Printed == runs[j].Printed)
                {
                    var wrong = runs[i].Printed == runs[i].Asked ? runs[j] : runs[i];
                    var other = runs[i].Printed == runs[i].Asked ? runs[i] : runs[j];
                    yield return wrong.Run.Finding(Code.HardCoded,
                        $"With {Say(wrong.Run)} the program prints the same as with {Say(other.Run)}, but the kata asks for something else.",
                        wrong.Run.PrintedLines().Select(line => line.Number).Take(3));
                    yield break;
                }
            }
        }
    }

    private static bool NobodyDied(Run run) => run.Workers.All(worker => run.Trace.EndOf(worker) is { Status.Signal: null });

    /// <summary>It is the arguments, or the machine's share, that make the difference between the two outcomes, not the schedule.</summary>
    private static bool AreForDifferentInput(Scenario one, Scenario two) =>
        Share(one) != Share(two) || (!one.Arguments.SequenceEqual(two.Arguments) && !one.OutcomeFollowsSchedule && !two.OutcomeFollowsSchedule);

    private static string Share(Scenario scenario) => string.Join('\n',
        scenario.Surroundings.Variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => $"{variable.Key}={variable.Value}")
            .Append($"{scenario.Surroundings.Processors}"));

    private static string Asked(Run run) => AsOne(run.Outcome.Lines.SelectMany(rule => rule.Lines));

    /// <summary>Process ids are different in each run, whatever the arguments.</summary>
    private static string Printed(Run run)
    {
        var templates = run.Outcome.Lines.SelectMany(rule => rule.Lines).Where(line => run.Resolve(line) != line).DistinctBy(run.Resolve).ToDictionary(run.Resolve);
        return AsOne(run.PrintedLines().Select(line => templates.GetValueOrDefault(line.What.Text, line.What.Text)));
    }

    private static string AsOne(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Say(Run run)
    {
        var (arguments, share) = (run.Trace.Scenario.Arguments, run.Trace.Scenario.Surroundings);
        var words = arguments.Length == 0 ? "no arguments" : $"`{string.Join(' ', arguments)}`";
        var on = share.Processors is { } processors ? $" on {processors} processor{(processors == 1 ? "" : "s")}" : "";
        return words + on + string.Concat(share.Variables.Select(variable => $" and {variable.Key}={variable.Value}"));
    }
}
