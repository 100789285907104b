using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>
/// Compares the runs of a kata: where the input asks for something else, something else happens. Input is the arguments and the share of the machine.
/// Only runs count in which nothing else is wrong than what hard-coding makes wrong: a program that breaks before it looks at its input is not hard-coded.
/// </summary>
public static class HardCodedRule
{
    private static readonly HashSet<string> WrongLines = [Code.WrongOutput, Code.LostItem, Code.DuplicateItem, Code.WrongOrder, Code.TornItem];
    private static readonly HashSet<string> WrongWorkers = [.. WrongLines, Code.WrongProcessCount, Code.TooEarly, Code.NeedlessWait];

    /// <summary>
    /// The first two runs that print the same where different lines are asked for. Not when the same lines with other numbers come out right in a third run:
    /// then the program looks at its input, and something else is wrong.
    /// </summary>
    public static IEnumerable<Finding> SameLines(IEnumerable<Played> played)
    {
        var runs = Comparable(played, WrongLines).Where(run => run.PrintedLines().Any() && !run.Outcome.Lines.Any(rule => rule.MayBeMissing))
            .Select(run => (Run: run, Asked: Asked(run), Printed: Printed(run)))
            .ToList();
        for (var i = 0; i < runs.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (AreForDifferentInput(runs[i].Run, runs[j].Run) && runs[i].Asked != runs[j].Asked && runs[i].Printed == runs[j].Printed
                    && !runs.Exists(third => third.Printed != runs[i].Printed && IsRightLike(third.Run, runs[i].Run, runs[j].Run))
                    && PrintsWhatIsNotAsked(runs[i].Run) is var first && PrintsWhatIsNotAsked(runs[j].Run) is var second && (first || second))
                {
                    var (wrong, other) = first ? (runs[i].Run, runs[j].Run) : (runs[j].Run, runs[i].Run);
                    yield return wrong.Finding(Code.HardCoded, $"With {Say(wrong)} the program prints the same as with {Say(other)}, but the kata asks for something else.",
                        Match.Of(wrong).Unexpected.Select(line => line.Number).Take(3));
                    yield break;
                }
            }
        }
    }

    /// <summary>The same workers in every run, whatever workers are asked for. Then their wrong number is only the consequence.</summary>
    public static IEnumerable<Finding> SameWorkers(IEnumerable<Played> played)
    {
        var runs = Comparable(played, WrongWorkers).Where(run => run.Outcome is { Workers.IsEmpty: false, OptionalWorkers.IsEmpty: true } && run.Workers.Length > 0)
            .Select(run => (Run: run, Asked: AsOne(run.Outcome.Workers), There: AsOne(run.Workers.Select(run.RoleOf))))
            .ToList();
        if (runs.Count == 0 || runs.DistinctBy(run => run.There).Count() > 1)
        {
            yield break;
        }

        foreach (var (wrong, asked, _) in runs.Where(run => run.Asked != run.There))
        {
            if (runs.FirstOrDefault(run => run.Asked != asked && AreForDifferentInput(run.Run, wrong)).Run is { } other)
            {
                yield return wrong.Finding(Code.HardCoded, $"With {Say(wrong)} the program starts the same workers as with {Say(other)}, but the kata asks for {Phrases.List(wrong.Outcome.Workers)}.",
                    wrong.Trace.Of<Signal.Appeared>().Where(appeared => wrong.Workers.Any(worker => worker.Index == appeared.Fact.Actor.Index)).OrderBy(appeared => wrong.RoleOf(appeared.Fact.Actor), RoleOrder.Instance).Select(appeared => appeared.Event.Number));
                yield break;
            }
        }
    }

    private static IEnumerable<Run> Comparable(IEnumerable<Played> played, HashSet<string> codes) => played
        .Where(scenario => scenario.Trace.Scenario.Other is null && scenario.Verdict.Findings.All(finding => codes.Contains(finding.Code)))
        .Select(scenario => Run.Of(scenario.Trace).First())
        .Where(run => run.IsComplete && run.Signalled.IsEmpty);

    /// <summary>It is the arguments, or the machine's share, that make the difference between the two outcomes, not the schedule.</summary>
    private static bool AreForDifferentInput(Run one, Run two)
    {
        var (first, second) = (one.Trace.Scenario, two.Trace.Scenario);
        return Share(first) != Share(second) || (!first.Arguments.SequenceEqual(second.Arguments) && !first.OutcomeFollowsSchedule && !second.OutcomeFollowsSchedule);
    }

    private static string Share(Scenario scenario) => string.Join('\n',
        scenario.Surroundings.Variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => $"{variable.Key}={variable.Value}")
            .Append($"{scenario.Surroundings.Processors}"));

    /// <summary>A run that lacks more lines than it has wrong ones, or has empty ones in their place, loses something; it is not hard-coded.</summary>
    private static bool PrintsWhatIsNotAsked(Run run) => Match.Of(run) is var match
        && match.Unexpected.Count(line => line.What.Text.Length > 0) is > 0 and var wrong && wrong >= match.Missing.Count;

    /// <summary>It prints what is asked for, and that is the same lines with other numbers as in one of the two.</summary>
    private static bool IsRightLike(Run run, Run one, Run other) =>
        Match.Of(run) is { Unexpected.Count: 0, Missing.Count: 0 } && (Shape(run) == Shape(one) || Shape(run) == Shape(other));

    private static string Shape(Run run) => AsOne(run.Outcome.Lines.SelectMany(rule => rule.Lines).Select(Phrases.WithoutNumbers));

    private static string Asked(Run run) => AsOne(run.Outcome.Lines.SelectMany(rule => rule.Lines));

    /// <summary>Process ids are different in each run, whatever the input.</summary>
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
