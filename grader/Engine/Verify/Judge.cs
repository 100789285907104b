using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>All rules on one played scenario.</summary>
public static class Judge
{
    public static ScenarioVerdict On(RunTrace trace)
    {
        // A false word ends a run at once: what is missing after it, or came to nothing, says nothing about the program.
        ImmutableArray<Finding> findings = [.. HouseRule.Forged(trace)];
        findings = findings.IsEmpty ? Findings(trace) : findings;
        if (trace.Scenario.Other is not null)
        {
            findings = AsFixedName(trace, findings);
        }

        var doubts = findings.Length > 0 ? [] : Doubts(trace).ToList();
        return (findings.Length, doubts.Count) switch
        {
            ( > 0, _) => new ScenarioVerdict(trace.Scenario.Name, Verdict.Failed, "", trace.Proven, findings),
            (_, > 0) => new ScenarioVerdict(trace.Scenario.Name, Verdict.Unknown, string.Join("; ", doubts.Distinct()), trace.Proven, []),
            _ => new ScenarioVerdict(trace.Scenario.Name, Verdict.Passed, "", trace.Proven, []),
        };
    }

    private static ImmutableArray<Finding> Findings(RunTrace trace)
    {
        var runs = Run.Of(trace).ToList();

        // Whose lines go around the gate cannot be held at them, nor counted: then neither the order nor a missing line says anything.
        var stray = trace.Of<Signal.StrayOutput>().Any();
        var order = stray ? [] : ExpectationRule.Check(trace).Concat(LawRule.Check(trace)).ToList();
        var found = order
            .Concat(WaitingRule.Check(trace))
            .Concat(WaitingRule.TimedWorkers(trace, order))
            .Concat(HouseRule.Check(trace))
            .Concat(runs.SelectMany(ProcessRule.Check))
            .Concat(runs.SelectMany(OneProcessRule.Check))
            .Concat(runs.SelectMany(UntoldRule.Check))
            .Concat(StepRule.OutcomeStillHolds(trace) ? runs.SelectMany(run => stray ? [] : OutputRule.Check(run)).Concat(runs.SelectMany(EndRule.Check)) : runs.SelectMany(EndRule.WhateverWasDue))
            .ToImmutableArray();
        found = WaitingRule.NameTimeOuts(trace, found);
        return InOrder(found.IsEmpty && !runs.Any(run => run.MainWasKilledFromOutside) ? LastResort(trace) : found);
    }

    /// <summary>What was proven to be wrong although no rule names it. Nothing that is broken may vanish.</summary>
    private static List<Finding> LastResort(RunTrace trace)
    {
        var (number, how, _) = trace.Ending();
        if (how is RunEnd.Unknown or RunEnd.Timed)
        {
            return [];
        }

        // What never came explains why nobody stood where a later step asks for somebody.
        var never = ExpectationRule.NeverCame(trace).ToList();
        never = never.Count > 0 ? never : [.. StepRule.Check(trace)];
        return never.Count == 0 && how == RunEnd.Deadlock
            ? [new Finding(Code.Deadlock, trace.Scenario.Name, "Somebody waits for ever, and nobody is left who could wake him.", [number])]
            : never;
    }

    private static IEnumerable<string> Doubts(RunTrace trace) =>
        [.. WaitingRule.Doubts(trace), .. ExpectationRule.Doubts(trace), .. StepRule.Doubts(trace), .. Run.Of(trace).SelectMany(EndRule.Doubts), .. Run.Of(trace).SelectMany(EndRule.Unseen)];

    /// <summary>Whatever breaks while a second run is under way is put down to the second run.</summary>
    private static ImmutableArray<Finding> AsFixedName(RunTrace trace, ImmutableArray<Finding> findings) => findings.IsEmpty ? [] :
    [
        findings[0] with
        {
            Code = Code.FixedName,
            Message = $"With a second run of the program beside the first: {findings[0].Message}",
            Scenario = trace.Scenario.Name,
        },
    ];

    /// <summary>Root causes first; equal ones in the order of the trace.</summary>
    private static ImmutableArray<Finding> InOrder(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => Code.InOrder.IndexOf(finding.Code)).ThenBy(finding => finding.Events.LastOrDefault())];
}
