using Grader.Contract;
using Grader.Launch;
using Grader.Why.Show;
using Grader.Why.Source;
using Grader.Why.Waits;

namespace Grader.Why.Causes;

/// <summary>Something waited for what it need not wait for: somebody stands in a wait although the way should be free.</summary>
internal static class NeedlessWait
{
    public static Cause Of(Scene scene)
    {
        var missing = scene.MissingPoint;
        var what = missing is null ? "it" : $"{missing}";
        if (Waiting(scene, missing) is { } standpoint)
        {
            var alive = scene.Settled!.Standings.Select(standing => standing.Actor).ToList();
            var reason = WaitReason.Of(standpoint, scene.Stacks, [.. alive], scene.Program);
            var call = standpoint.Call.Length == 0 ? "" : $" in `{standpoint.ShortCall}`";
            return new Cause(standpoint.Place, $"{Words.Name(standpoint.Actor.Role)} waits at {standpoint.Place}{call} {reason.What}, although {what} does not depend on that.",
                Advice(missing)) { WithCircle = true };
        }

        var place = missing is { Moment: Moment.Start } && scene.Program.StartOf(missing.Who.Name) is { } start ? ProgramMap.PlaceOf(start) : null;
        return new Cause(place ?? FirstJoin(scene), $"{Words.Capital(what)} did not come while it was free to{Held(scene)}.", Advice(missing)) { WithCircle = true };
    }

    /// <summary>Whose wait keeps the missing thing from happening: its own role if that is there and waits, else main.</summary>
    private static Standpoint? Waiting(Scene scene, Point? missing)
    {
        var parked = (scene.Settled?.Standings ?? []).Where(standing => standing.HeldAt is null).Select(standing => standing.Actor.Role).ToHashSet();
        var own = missing is null || missing.Moment == Moment.Start ? [] : scene.Stacks.Where(stacks => parked.Contains(stacks.Actor.Role) && missing.Who.Fits(stacks.Actor.Role));
        var main = scene.Stacks.Where(stacks => stacks.Actor.Parent is null && parked.Contains(stacks.Actor.Role));
        var candidates = own.Concat(main).Select(stacks => Standpoint.Of(stacks)).OfType<Standpoint>().ToList();

        // Who waits for main's answer is only a victim: main's own wait is the one to look at.
        return candidates.FirstOrDefault(candidate => candidate.ShortCall != "Connection.Ask") ?? candidates.FirstOrDefault();
    }

    private static Grader.Launch.Stacks.SourcePlace? FirstJoin(Scene scene) =>
        scene.Program.Calls.FirstOrDefault(scene.Program.IsJoin) is { } join ? ProgramMap.PlaceOf(join) : null;

    private static string Held(Scene scene)
    {
        var held = scene.Held.Select(standing => $"{Words.Name(standing.Actor.Role)} was held {Words.At(standing.HeldAt!)}").ToList();
        return held.Count == 0 ? "" : $", while {Words.List(held)}";
    }

    private static string Advice(Point? missing) => missing?.Moment switch
    {
        Moment.Start => "Start first whatever need not wait, and wait only for what the rule names.",
        Moment.Line or Moment.Exit or Moment.End => "Ask of each wait: for whom does the rule say so? Move the others to where they are needed, usually to the end of main.",
        _ => "Wait only for what the rule names.",
    };
}
