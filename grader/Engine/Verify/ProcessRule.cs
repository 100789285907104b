using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>Each worker that the kata asks for exists exactly once, and main itself started it.</summary>
public static class ProcessRule
{
    public static IEnumerable<Finding> Check(Run run) => [.. WrongNumber(run), .. WrongParent(run)];

    private static IEnumerable<Finding> WrongNumber(Run run)
    {
        foreach (var role in run.Workers.GroupBy(run.RoleOf))
        {
            var asked = run.Outcome.Workers.Contains(role.Key) || run.Outcome.OptionalWorkers.Contains(role.Key);
            if (!asked || role.Count() > 1)
            {
                var tooMany = role.Skip(asked ? 1 : 0).First();
                yield return run.Finding(Code.WrongProcessCount, TooMany(run, tooMany, asked), Appearances(run, [.. role]), tooMany.Role);
            }
        }

        // Who was not killed is not replaced: then nobody is missing.
        var missing = run.IsComplete && run.SawAll && StepRule.OutcomeStillHolds(run.Trace) ? run.Outcome.Workers.Where(name => !run.ActorsOf(name).Any()).ToList() : [];
        if (missing.Count > 0 && !OneProcessRule.DoneByMain(run).Any())
        {
            var there = run.Workers.Length == 0 ? "main started no worker" : $"main started {Phrases.List([.. run.Workers.Select(run.RoleOf)])}";
            yield return run.Finding(Code.WrongProcessCount, $"{Phrases.List(missing)} never started; {there}.", Appearances(run, run.Workers), missing[0]);
        }
    }

    private static string TooMany(Run run, Actor actor, bool asked)
    {
        var role = run.RoleOf(actor);
        var parent = StartedByWorker(run, actor) is { } worker ? $"the worker {run.RoleOf(worker)}" : "main";
        return (role == Run.Nameless, asked) switch
        {
            (true, _) => $"{parent} started the program again without `--worker <name>`.",
            (_, true) => $"{role} exists more than once: {parent} started another one.",
            _ => $"{parent} started {role}, a worker that the kata does not ask for here.",
        };
    }

    private static IEnumerable<Finding> WrongParent(Run run)
    {
        foreach (var actor in run.Workers.Where(actor => run.ActorsOf(run.RoleOf(actor)).Count() == 1 && IsAskedFor(run, actor)))
        {
            var parent = run.Everybody.FirstOrDefault(member => member.Index == actor.Parent);
            var message = actor switch
            {
                { CameThroughShell: true } => $"{run.RoleOf(actor)} was started through a shell, not by main itself.",
                { Parent: null } when MainLivedOn(run, actor) => $"{run.RoleOf(actor)} was not started by main itself: whoever started it was gone at once.",
                { Parent: not null } when parent is null || parent.Index != run.Main?.Index =>
                    $"{run.RoleOf(actor)} was started by {(parent is null ? "another process" : run.RoleOf(parent))}, not by main itself.",
                _ => null,
            };
            if (message is not null)
            {
                yield return run.Finding(Code.WrongParent, message, Appearances(run, [actor]), actor.Role);
            }
        }
    }

    private static bool IsAskedFor(Run run, Actor actor) =>
        run.Outcome.Workers.Contains(run.RoleOf(actor)) || run.Outcome.OptionalWorkers.Contains(run.RoleOf(actor));

    private static Actor? StartedByWorker(Run run, Actor actor) => run.Workers.FirstOrDefault(worker => worker.Index == actor.Parent);

    /// <summary>Main did something after the worker was there: so it was not main's death that made the worker an orphan.</summary>
    private static bool MainLivedOn(Run run, Actor actor) =>
        run.Main is { } main && Appearances(run, [actor]).FirstOrDefault() is > 0 and var appeared
        && run.Trace.Events.Any(item => item.Number > appeared && item.Fact is (Signal.Reached or Signal.Passed) && Queries.ActorOf(item.Fact)?.Index == main.Index);

    private static IEnumerable<int> Appearances(Run run, IReadOnlyCollection<Actor> actors) =>
        run.Trace.Of<Signal.Appeared>().Where(appeared => actors.Any(actor => actor.Index == appeared.Fact.Actor.Index)).Select(appeared => appeared.Event.Number);
}
