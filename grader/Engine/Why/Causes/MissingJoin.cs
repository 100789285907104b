using Grader.Why.Show;
using Grader.Why.Source;

namespace Grader.Why.Causes;

/// <summary>Main ends before a worker: somebody is not waited for.</summary>
internal static class MissingJoin
{
    private const string Advice =
        "Keep every process that you start, and wait for each of them before main ends. .NET does not do that by itself (Python does); `using` and `Dispose` do not wait either.";

    /// <param name="scene">The scene.</param>
    /// <param name="left">Who was still there; null when it is not known.</param>
    public static Cause Of(Scene scene, string? left)
    {
        var name = left is null ? "a worker" : Words.Name(left);
        if (left is null || scene.Program.StartOf(left) is not { } start)
        {
            return new Cause(null, $"main ends while {name} is still there: nothing in main waits for it.", Advice);
        }

        var joins = scene.Program.JoinsOf(start);
        if (joins.IsEmpty)
        {
            // Of several that nobody joins, the last one: there the waiting would have to begin.
            var forgotten = (scene.Trace?.Scenario.Outcome.Workers ?? []).Select(role => (Role: role, Start: scene.Program.StartOf(role)))
                .Where(worker => worker.Start is not null && scene.Program.JoinsOf(worker.Start).IsEmpty).ToList();
            var places = Words.List([.. forgotten.Select(worker => $"{ProgramMap.PlaceOf(worker.Start!)}").Distinct()]);
            var last = forgotten.Select(worker => worker.Start!).Append(start).MaxBy(site => site.Line)!;
            var who = forgotten.Count > 1 ? $"nothing waits for {Words.Names(forgotten.Select(worker => worker.Role))} (started at {places})" : $"it is started at {ProgramMap.PlaceOf(start)}, and nothing waits for it";
            return new Cause(ProgramMap.PlaceOf(last), $"main ends while {name} is still there: {who}.", Advice);
        }

        var join = joins[^1];
        var place = ProgramMap.PlaceOf(join);
        var how = join.Name is "WaitAny" or "WhenAny" || scene.Program.On(place).Any(call => call.Name is "WaitAny" or "WhenAny")
            ? $"what waits at {place} is satisfied with any one of them."
            : start.Depth > join.Depth
                ? $"it is started in a loop at {ProgramMap.PlaceOf(start)}, but `{join.Name}` at {place} waits for one process only."
                : $"`{join.Name}` at {place} does not wait for it, or not to its end.";
        return new Cause(place, $"main ends while {name} is still there: {how}", Advice);
    }
}
