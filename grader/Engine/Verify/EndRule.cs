using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>How processes end: with the exit codes that the kata asks for, and main last.</summary>
public static class EndRule
{
    public static IEnumerable<Finding> Check(Run run) => run.MainWasKilledFromOutside ? [] : [.. Codes(run), .. Orphans(run)];

    /// <summary>Exit codes that matter and that the machine did not let the grader see.</summary>
    public static IEnumerable<string> Doubts(Run run) => run.MainWasKilledFromOutside
        ? ["main was killed by SIGKILL, and not by this scenario: the machine may be short of memory, or the program killed itself"]
        : from judged in Judged(run)
          where judged.Rule.Ending != Ending.Any && !judged.Status.IsKnown && !(judged.Rule.Ending == Ending.Killed && run.Killed.Contains(judged.Actor.Index))
          select $"the exit code of {run.RoleOf(judged.Actor)} could not be read";

    /// <summary>Where somebody was gone unseen, a worker that never appeared may have been he.</summary>
    public static IEnumerable<string> Unseen(Run run) => run.SawAll
        ? []
        : run.Outcome.Workers.Where(name => !run.ActorsOf(name).Any()).Select(name => $"a process that main started was gone before it could be seen; it may have been {name}");

    private static IEnumerable<Finding> Codes(Run run) => Judged(run)
        .Where(judged => judged.Status.IsKnown && !IsRight(judged.Rule, judged.Status))
        .Select(judged => Wrong(run, judged.Actor, judged.Rule, judged.Status, judged.Number));

    private static Finding Wrong(Run run, Actor actor, ExitRule rule, ExitStatus status, int number)
    {
        var role = run.RoleOf(actor);
        return run.Finding(IsCrash(status) ? Code.Crashed : Code.WrongExitCode, $"{role} ended {Phrases.Say(status)}; the kata asks for {Wanted(rule)}.", [number], role);
    }

    private static bool IsCrash(ExitStatus status) => status.Signal is 6 or 11;

    /// <summary>
    /// What is wrong even where a step of the scenario missed its target, so that the listed exit codes are not due: a crash where none was asked for, and orphans.
    /// </summary>
    public static IEnumerable<Finding> WhateverWasDue(Run run) => run.MainWasKilledFromOutside ? [] :
    [
        .. Judged(run).Where(judged => judged.Rule.Ending == Ending.Code && IsCrash(judged.Status)).Select(judged => Wrong(run, judged.Actor, judged.Rule, judged.Status, judged.Number)),
        .. Orphans(run),
    ];

    /// <summary>Main is the last to end, whatever else went wrong.</summary>
    private static IEnumerable<Finding> Orphans(Run run)
    {
        if (run.Main is null || run.Trace.EndOf(run.Main) is not { } end)
        {
            yield break;
        }

        var left = run.Workers.Where(worker => run.Trace.EndOf(worker) is null || run.Trace.EndOf(worker)!.Value.Event.Number > end.Event.Number).ToList();
        if (run.Outcome.MainMayEndFirst)
        {
            left = run.Ending is RunEnd.Deadlock or RunEnd.Polling ? [.. left.Where(worker => run.Trace.EndOf(worker) is null)] : [];
        }

        if (left.Count > 0)
        {
            var names = Phrases.List([.. left.Select(run.RoleOf)]);
            var numbers = left.Select(worker => run.Trace.EndOf(worker)?.Event.Number ?? run.Trace.Ending().Number);
            yield return run.Finding(Code.Orphan, run.Outcome.MainMayEndFirst
                ? $"{names} never ended after main was gone."
                : $"main ended while {names} {(left.Count == 1 ? "was" : "were")} still there.", [end.Event.Number, .. numbers.Distinct()], run.RoleOf(left[0]));
        }
    }

    private static IEnumerable<(Actor Actor, ExitRule Rule, ExitStatus Status, int Number)> Judged(Run run)
    {
        var members = run.Main is null ? run.Workers : run.Workers.Insert(0, run.Main);
        foreach (var actor in members)
        {
            var role = run.RoleOf(actor);
            var rule = run.Outcome.Exits.FirstOrDefault(rule => rule.Who.Fits(role));
            if (run.Trace.EndOf(actor) is { } end && !IsExempt(run, actor, rule))
            {
                yield return (actor, rule ?? new ExitRule(role, Ending.Code), end.Status, end.Event.Number);
            }
        }
    }

    /// <summary>Who was killed, and a worker that was signalled, did not choose how to end, unless the outcome speaks of just that role.</summary>
    private static bool IsExempt(Run run, Actor actor, ExitRule? rule) =>
        rule?.Who.Name != run.RoleOf(actor)
        && (run.Killed.Contains(actor.Index) || (run.Signalled.Contains(actor.Index) && run.RoleOf(actor) != Who.Main));

    private static bool IsRight(ExitRule rule, ExitStatus status) => rule.Ending switch
    {
        Ending.Code => status.AsCode == rule.Code,
        Ending.NotZero => status.AsCode != 0,
        Ending.Crash => status.Signal == 6,
        Ending.Killed => status.Signal == 9,
        _ => true,
    };

    private static string Wanted(ExitRule rule) => rule.Ending switch
    {
        Ending.Code => $"exit code {rule.Code}",
        Ending.NotZero => "an exit code other than 0",
        Ending.Crash => "the death by an uncaught exception",
        _ => "the death by SIGKILL",
    };
}
