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
        // Only what the arguments alone ask for and leave no choice about, and only runs that nothing else cut short.
        var runs = traces.Where(trace => !trace.Scenario.OutcomeFollowsSchedule && trace.Scenario.Other is null && !trace.Scenario.Outcome.Lines.Any(rule => rule.MayBeMissing))
            .Select(trace => Run.Of(trace).First())
            .Where(run => run.IsComplete && run.Signalled.IsEmpty && NobodyDied(run) && run.PrintedLines().Any())
            .Select(run => (Run: run, Input: Input(run.Trace.Scenario), Asked: Asked(run), Printed: Printed(run)))
            .ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (runs[i].Input != runs[j].Input && runs[i].Asked != runs[j].Asked && runs[i].Printed == runs[j].Printed)
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

    private static string Input(Scenario scenario) => string.Join('\n', [
        .. scenario.Arguments, "", .. scenario.Surroundings.Variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => $"{variable.Key}={variable.Value}"),
        $"{scenario.Surroundings.Processors}"]);

    private static string Asked(Run run) => AsOne(run.Outcome.Lines.SelectMany(rule => rule.Lines));

    /// <summary>Process ids are different in each run, whatever the arguments.</summary>
    private static string Printed(Run run)
    {
        var templates = run.Outcome.Lines.SelectMany(rule => rule.Lines).Where(line => run.Resolve(line) != line).DistinctBy(run.Resolve).ToDictionary(run.Resolve);
        return AsOne(run.PrintedLines().Select(line => templates.GetValueOrDefault(line.What.Text, line.What.Text)));
    }

    private static string AsOne(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Say(Run run) => run.Trace.Scenario.Arguments.Length == 0 ? "no arguments" : $"`{string.Join(' ', run.Trace.Scenario.Arguments)}`";
}
