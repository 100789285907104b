using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch;

namespace Grader.Trace;

/// <summary>
/// The same run without its accidents, so that what is said about it is the same every time: processes are numbered in the order of their roles, and workers that
/// are alike have the names that fit the order of what they did. The events stay as they are.
/// </summary>
public static class Canonical
{
    public static RunTrace Of(RunTrace trace)
    {
        var names = Alike.Names(trace);
        var actors = trace.Actors();
        var order = actors.OrderBy(actor => Renamed(actor.Role, names), RoleOrder.Instance).ThenBy(actor => actor.Index).Select((actor, index) => (actor.Index, New: index))
            .ToDictionary(pair => pair.Index, pair => pair.New);

        var accidents = new Accidents(trace);

        Actor Change(Actor actor) => actor with
        {
            Index = order.GetValueOrDefault(actor.Index, actor.Index),
            OwnPid = accidents.Pid(actor.OwnPid),
            Role = Renamed(actor.Role, names),
            Parent = actor.Parent is { } parent ? order.GetValueOrDefault(parent, parent) : null,
            CommandLine = [.. actor.CommandLine.Select(word => Renamed(word, names))],
        };
        Happening Named(Happening what) => what with { Role = Renamed(what.Role, names), Text = accidents.Line(what.Text) };
        Signal Retold(Signal fact) => fact switch
        {
            Signal.Appeared appeared => appeared with { Actor = Change(appeared.Actor) },
            Signal.Reached reached => reached with { Actor = Change(reached.Actor), What = Named(reached.What) },
            Signal.Passed passed => passed with { Actor = Change(passed.Actor), What = Named(passed.What) },
            Signal.Gone gone => gone with { Actor = Change(gone.Actor) },
            Signal.Unseen unseen => unseen with { Parent = Change(unseen.Parent) },
            Signal.Settled settled => settled with
            {
                Standings = [.. settled.Standings.Select(standing => new Standing(Change(standing.Actor), standing.HeldAt is null ? null : Named(standing.HeldAt))).OrderBy(standing => standing.Actor.Index)],
            },
            Signal.Stepped { Target: { } target } stepped => stepped with { Target = Change(target) },
            Signal.WaitedByTime waited => waited with { Actor = Change(waited.Actor) },
            Signal.Polled polled => polled with { Actor = Change(polled.Actor) },
            Signal.Stacks stacks => stacks with { Actor = Change(stacks.Actor) },
            Signal.Forged { Actor: { } actor } forged => forged with { Actor = Change(actor) },
            Signal.StrayOutput stray => stray with { Text = accidents.Line(stray.Text) },
            Signal.Leftover leftover => leftover with { Path = Accidents.Path(leftover.Path) },
            _ => fact,
        };
        return trace with { Events = [.. trace.Events.Select(item => item with { Fact = Retold(item.Fact) })] };
    }

    private static string Renamed(string role, Dictionary<string, string> names) => names.GetValueOrDefault(role, role);
}
