using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>
/// Laws about the order of happenings. What has to wait is known to the grader only after what it waits for, whatever the schedule,
/// so an event that comes first in the trace proves that the program does not make it wait.
/// </summary>
public static class LawRule
{
    public static IEnumerable<Finding> Check(RunTrace trace) => trace.Scenario.Laws.Select(law => law switch
    {
        Law.Before before => FirstBreach(trace, before),
        Law.Inside inside => FirstBreach(trace, inside),
        _ => null,
    }).OfType<Finding>();

    private static Finding? FirstBreach(RunTrace trace, Law.Before law)
    {
        if (NeverCameBecauseMainDied(trace, law) || WasNeverSeen(trace, law.First))
        {
            return null;
        }

        var over = new HashSet<(int Actor, Moment Moment, int Nth)>();
        var breaches = new List<(Event Item, Occurrence Came, int Over)>();

        // Which of those that came in one moment was the first is chance: the first in order of role is named.
        foreach (var item in trace.Events.TakeWhile(item => breaches.Count == 0 || item.Segment == breaches[0].Item.Segment))
        {
            if (Queries.HappeningOf(item) is { } came && law.Then.Fits(came.What) && over.Count < law.Count && IsOfFirstRun(came.Actor))
            {
                breaches.Add((item, came, over.Count));
            }

            foreach (var (actor, what) in PutBehind(item))
            {
                if (law.First.Fits(what) && IsOfFirstRun(actor))
                {
                    over.Add((actor.Index, what.Moment, what.Nth));
                }
            }
        }

        return breaches.OrderBy(breach => breach.Came.What.Role, RoleOrder.Instance).Select(breach => Breach(trace, law, breach.Item, breach.Came, breach.Over)).FirstOrDefault();
    }

    private static Finding Breach(RunTrace trace, Law.Before law, Event item, Occurrence came, int over)
    {
        var soFar = law.Count == 1 ? "" : $" ({over} of {law.Count} so far)";
        var held = Phrases.WhileHeld(trace, item.Number, came.Actor.Index);
        return new Finding(Code.TooEarly, trace.Scenario.Name, $"{Phrases.Say(came.What)} before {Phrases.Over(law.First)}{soFar}{held}. {law.Rule}",
            [.. LastOf(trace, law.First, item), item.Number], came.Actor.Role);
    }

    /// <summary>What a dead main did not do any more is not what the others should have waited for: its death is the cause, and other rules name it.</summary>
    private static bool NeverCameBecauseMainDied(RunTrace trace, Law.Before law) =>
        law.First is { Who.Name: Who.Main, Moment: not Moment.End }
        && trace.Of<Signal.Gone>().Any(gone => gone.Fact is { Actor.Role: Who.Main, Status.Signal: not null })
        && !trace.Of<Signal.Passed>().Any(passed => passed.Fact.Actor.Role == Who.Main && law.First.Fits(passed.Fact.What));

    /// <summary>The end of somebody who was never seen may have come before it could be: killed at its start, say. That it is missing is for others to tell.</summary>
    private static bool WasNeverSeen(RunTrace trace, Point first) =>
        first.Moment is Moment.Exit or Moment.End && !trace.Actors().Any(actor => first.Who.Fits(actor.Role));

    private static Finding? FirstBreach(RunTrace trace, Law.Inside law)
    {
        var inside = new Dictionary<int, Occurrence>();
        foreach (var item in trace.Events)
        {
            if (Queries.HappeningOf(item) is { } came && law.Enter.Fits(came.What) && IsOfFirstRun(came.Actor))
            {
                inside[came.Actor.Index] = came;
                if (inside.Count > law.AtMost)
                {
                    var others = Phrases.List([.. inside.Values.Where(other => other.Actor.Index != came.Actor.Index).Select(other => other.Actor.Role)]);
                    return new Finding(Code.TooEarly, trace.Scenario.Name, $"{Phrases.Say(came.What)} while {others} {(inside.Count == 2 ? "was" : "were")} still inside. {law.Rule}",
                        [.. inside.Values.Select(other => other.Number)], came.Actor.Role);
                }
            }

            foreach (var (actor, what) in PutBehind(item))
            {
                if (what.Moment == Moment.End || law.Leave.Fits(what))
                {
                    inside.Remove(actor.Index);
                }
            }
        }

        return null;
    }

    /// <summary>
    /// What is over with this event. A process that the grader kills counts as gone from the kill on: the others may notice its death before the grader does.
    /// A process that is gone has its exit behind it, also when it never came to the gate.
    /// </summary>
    private static IEnumerable<(Actor Actor, Happening What)> PutBehind(Event item) => item.Fact switch
    {
        Signal.Passed passed => [(passed.Actor, passed.What)],
        Signal.Gone { Actor.IsKata: true } gone => [(gone.Actor, new Happening(Moment.Start, gone.Actor.Role)), (gone.Actor, new Happening(Moment.Exit, gone.Actor.Role)), (gone.Actor, new Happening(Moment.End, gone.Actor.Role))],
        Signal.Stepped { Target: { } target } stepped when Queries.SignalOf(stepped.Step) == 9 => [(target, new Happening(Moment.End, target.Role))],
        _ => [],
    };

    /// <summary>
    /// The last time before the breach that somebody whose part it was came to something, as the other half of the evidence. What had to be over itself is none when
    /// it came in the same moment: that it came first is chance.
    /// </summary>
    private static IEnumerable<int> LastOf(RunTrace trace, Point first, Event breach) =>
        trace.HappeningsBefore(breach.Number).Where(occurrence => first.Who.Fits(occurrence.What.Role) && (occurrence.Event.Segment < breach.Segment || !first.Fits(occurrence.What)))
            .Select(occurrence => occurrence.Number).TakeLast(1);

    /// <summary>The laws are those of the first run; the second has its own arguments.</summary>
    private static bool IsOfFirstRun(Actor actor) => !Who.BelongsToOther(actor.Role);
}
