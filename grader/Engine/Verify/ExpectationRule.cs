using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>
/// What a scenario expects once everything has settled. Too much by then is <c>too-early</c>; too little that comes later is <c>needless-wait</c>;
/// too little that never comes is for the other rules to explain (<see cref="NeverCame"/> when none does).
/// </summary>
public static class ExpectationRule
{
    public static IEnumerable<Finding> Check(RunTrace trace) => Broken(trace).SelectMany(broken => broken.Findings);

    /// <summary>What was proven to be missing at a check and never came in the whole run.</summary>
    public static IEnumerable<Finding> NeverCame(RunTrace trace) => Broken(trace).Select(broken => broken.Never).OfType<Finding>();

    /// <summary>Why a missing happening could not be judged.</summary>
    public static IEnumerable<string> Doubts(RunTrace trace) => Broken(trace).Select(broken => broken.Doubt).OfType<string>();

    private static IEnumerable<Breach> Broken(RunTrace trace)
    {
        foreach (var (item, stepped) in trace.Of<Signal.Stepped>())
        {
            foreach (var expectation in stepped.Step is Step.Check check ? check.Expectations : [])
            {
                var settled = trace.SettledBefore(item.Number);
                var found = expectation switch
                {
                    Expectation.Count count => Counted(trace, count, item.Number, settled),
                    Expectation.Parked parked => NotParked(trace, parked, item.Number, settled),
                    _ => null,
                };
                if (found is not null)
                {
                    yield return found;
                }
            }
        }
    }

    private static Breach? Counted(RunTrace trace, Expectation.Count count, int now, (Event Event, Signal.Settled Fact)? settled)
    {
        // Which of those that came in one moment was the first is chance: they are named in order of role.
        var all = trace.Happenings().Where(occurrence => count.Point.Fits(occurrence.What))
            .OrderBy(occurrence => occurrence.Event.Segment).ThenBy(occurrence => occurrence.What.Role, RoleOrder.Instance).ToList();
        var soFar = all.Count(occurrence => occurrence.Number < now);
        if (soFar > count.AtMost)
        {
            var excess = all[count.AtMost];
            var limit = count.AtMost == 0 ? "" : $"; by then this may have happened {Phrases.Times(count.AtMost)} at most";
            return LeftBehind(trace, excess) is [var left, ..]
                ? new Breach(new Finding(Code.Orphan, trace.Scenario.Name, $"main came to its end while {left.Role} was still there.", [excess.Number, now], left.Role))
                : new Breach(new Finding(Code.TooEarly, trace.Scenario.Name,
                    $"Too early: {Phrases.Say(excess.What)}{Phrases.WhileHeld(trace, now, excess.Actor.Index)}{limit}.", [excess.Number, now], excess.Actor.Role));
        }

        if (soFar >= count.AtLeast)
        {
            return null;
        }

        var missing = count.AtLeast == 1 ? Phrases.DidNot(count.Point) : $"{count.Point} came {Phrases.Times(soFar)} instead of {Phrases.Times(count.AtLeast)}";
        return TooLittle(trace, missing, all.ElementAtOrDefault(count.AtLeast - 1), count.Point, now, settled);
    }

    /// <summary>The workers that main leaves behind when this is its end; none where main may end first.</summary>
    private static ImmutableArray<Actor> LeftBehind(RunTrace trace, Occurrence what) =>
        what is { What.Moment: Moment.Exit or Moment.End, Actor.Parent: null } && Who.IsMain(what.What.Role) && !trace.Scenario.Outcome.MainMayEndFirst
            ?
            [
                .. trace.Of<Signal.Appeared>().Select(appeared => appeared.Fact.Actor)
                    .Where(actor => actor.IsKata && actor.Index != what.Actor.Index && Who.BelongsToOther(actor.Role) == Who.BelongsToOther(what.What.Role) && !(trace.EndOf(actor)?.Event.Number < what.Number))
                    .OrderBy(actor => actor.Role, RoleOrder.Instance),
            ]
            : [];

    private static Breach? NotParked(RunTrace trace, Expectation.Parked parked, int now, (Event Event, Signal.Settled Fact)? settled)
    {
        if (settled is null || settled.Value.Fact.Standings.Any(standing => standing.Actor.IsKata && parked.Who.Fits(standing.Actor.Role) && standing.HeldAt is null))
        {
            return null;
        }

        var last = trace.HappeningsBefore(now).LastOrDefault(occurrence => parked.Who.Fits(occurrence.What.Role));
        return last is not null
            ? new Breach(new Finding(Code.TooEarly, trace.Scenario.Name,
                $"{Phrases.Say(last.What)}{Phrases.WhileHeld(trace, now, last.Actor.Index)}, although it should be waiting by then.", [last.Number, now], last.Actor.Role))
            : TooLittle(trace, $"{parked.Who} was not there", trace.Happenings().FirstOrDefault(occurrence => parked.Who.Fits(occurrence.What.Role)),
                Point.Start(parked.Who), now, settled);
    }

    private static Breach TooLittle(RunTrace trace, string missing, Occurrence? later, Point point, int now, (Event Event, Signal.Settled Fact)? settled)
    {
        // Only what is still is proven. While main alone waits by time the same holds: nothing but time could have brought it.
        if (settled is { Fact.Stillness: Stillness.Timed } && SomeWorkerWaitedByTime(trace, now))
        {
            return new Breach { Doubt = $"{missing} while a worker was still waiting by time" };
        }

        var held = Phrases.WhileHeld(trace, now);
        var text = held.Length == 0 ? $"{missing}, although everything had come to rest" : $"{missing}{held}, although it need not wait for that";
        return later is not null
            ? new Breach(new Finding(Code.NeedlessWait, trace.Scenario.Name, $"{text}; it came only later.", [now, later.Number], later.Actor.Role))
            : new Breach { Never = new Finding(CodeOfMissing(trace, point), trace.Scenario.Name, $"{text}; it never came.", [now]) };
    }

    private static string CodeOfMissing(RunTrace trace, Point point) => (trace.Ending().How, point.Moment) switch
    {
        (RunEnd.Deadlock, _) => WaitingRule.OrphansWait(trace) ? Code.Orphan : Code.Deadlock,
        (RunEnd.Polling, _) => Code.Polling,
        (_, Moment.Start) => Code.WrongProcessCount,
        (_, Moment.Line) => Code.WrongOutput,
        (_, Moment.Exit) when trace.Of<Signal.Gone>().Any(gone => point.Who.Fits(gone.Fact.Actor.Role)) => Code.WrongExitCode, // it ended in another way
        _ => Code.NeedlessWait,
    };

    private static bool SomeWorkerWaitedByTime(RunTrace trace, int now)
    {
        var since = trace.Of<Signal.Stepped>().Where(stepped => stepped.Event.Number < now && stepped.Fact.Step is not Step.Check).Select(stepped => stepped.Event.Number).LastOrDefault();
        return trace.Of<Signal.WaitedByTime>().Any(waited => waited.Event.Number > since && waited.Event.Number < now && waited.Fact.Actor.Parent is not null);
    }

    /// <summary>An expectation that was not met: what can be said about it at once, only when nobody else explains it, or not at all.</summary>
    private sealed record Breach(params Finding[] Findings)
    {
        public Finding? Never { get; init; }

        public string? Doubt { get; init; }
    }
}
