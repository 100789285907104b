using Grader.Contract;
using Grader.Launch;

namespace Grader.Trace;

/// <summary>That an actor came to, or passed, a moment of its life.</summary>
public sealed record Occurrence(Event Event, Actor Actor, Happening What)
{
    public int Number => Event.Number;
}

/// <summary>What one asks a trace. All answers come in the order of the trace.</summary>
public static class Queries
{
    /// <summary>The facts of one kind, with their events.</summary>
    public static IEnumerable<(Event Event, T Fact)> Of<T>(this RunTrace trace)
        where T : Signal
    {
        foreach (var item in trace.Events)
        {
            if (item.Fact is T fact)
            {
                yield return (item, fact);
            }
        }
    }

    /// <summary>Every process of the run once, as the grader knew it last.</summary>
    public static IReadOnlyList<Actor> Actors(this RunTrace trace)
    {
        var known = new SortedDictionary<int, Actor>();
        foreach (var item in trace.Events)
        {
            if (ActorOf(item.Fact) is { } actor)
            {
                known[actor.Index] = actor;
            }
        }

        return [.. known.Values];
    }

    /// <summary>Whom a fact is about; null when it is about nobody in particular.</summary>
    public static Actor? ActorOf(Signal fact) => fact switch
    {
        Signal.Appeared appeared => appeared.Actor,
        Signal.Reached reached => reached.Actor,
        Signal.Passed passed => passed.Actor,
        Signal.Gone gone => gone.Actor,
        Signal.WaitedByTime waited => waited.Actor,
        Signal.Polled polled => polled.Actor,
        Signal.Stacks stacks => stacks.Actor,
        Signal.Forged forged => forged.Actor,
        _ => null,
    };

    /// <summary>All that happened in the sense of a <see cref="Point"/>: gates that were reached, and ends.</summary>
    public static IEnumerable<Occurrence> Happenings(this RunTrace trace) => trace.Events.Select(HappeningOf).OfType<Occurrence>();

    /// <summary>The same before event number <paramref name="number"/>.</summary>
    public static IEnumerable<Occurrence> HappeningsBefore(this RunTrace trace, int number) =>
        trace.Happenings().TakeWhile(occurrence => occurrence.Number < number);

    /// <summary>What others did while a step let somebody go slowly, before he came to his next gate or ended.</summary>
    public static IEnumerable<Occurrence> HappeningsWhileSomebodyGoesSlowly(this RunTrace trace) =>
        from stepped in trace.Of<Signal.Stepped>()
        let slow = stepped.Fact.Step is Step.ReleaseSlowly ? stepped.Fact.Target : null
        where slow is not null
        from item in trace.Events.Skip(stepped.Event.Number).TakeWhile(item => item.Fact is Signal.Passed || ActorOf(item.Fact)?.Index != slow.Index)
        let occurrence = HappeningOf(item)
        where occurrence is not null
        select occurrence;

    /// <summary>The happening that an event is, if it is one. The end of a program that is not the kata's is none.</summary>
    public static Occurrence? HappeningOf(Event item) => item.Fact switch
    {
        Signal.Reached reached => new Occurrence(item, reached.Actor, reached.What),
        Signal.Gone { Actor.IsKata: true } gone => new Occurrence(item, gone.Actor, new Happening(Moment.End, gone.Actor.Role)),
        _ => null,
    };

    /// <summary>The lines that were printed, as they appeared on the pipe.</summary>
    public static IEnumerable<Occurrence> PrintedLines(this RunTrace trace) =>
        trace.Of<Signal.Passed>()
            .Where(passed => passed.Fact.What.Moment == Moment.Line)
            .Select(passed => new Occurrence(passed.Event, passed.Fact.Actor, passed.Fact.What));

    /// <summary>Who stands at a gate, and at which, just before event number <paramref name="number"/>.</summary>
    public static IReadOnlyCollection<Occurrence> HeldBefore(this RunTrace trace, int number)
    {
        var held = new Dictionary<(int Actor, Moment Moment), Occurrence>();
        foreach (var item in trace.Events.TakeWhile(item => item.Number < number))
        {
            switch (item.Fact)
            {
                case Signal.Reached reached:
                    held[(reached.Actor.Index, reached.What.Moment)] = new Occurrence(item, reached.Actor, reached.What);
                    break;
                case Signal.Passed passed:
                    held.Remove((passed.Actor.Index, passed.What.Moment));
                    break;
                case Signal.Gone gone:
                    held.Where(visit => visit.Key.Actor == gone.Actor.Index).ToList().ForEach(visit => held.Remove(visit.Key));
                    break;
            }
        }

        return held.Values;
    }

    /// <summary>The last settling before this event after which the scenario took a step, its end included.</summary>
    public static Signal.Settled? RestBefore(this RunTrace trace, int number)
    {
        for (var i = Math.Min(number, trace.Events.Length) - 1; i > 0; i--)
        {
            if (trace.Events[i].Fact is Signal.Stepped or Signal.Missed or Signal.Finale && trace.Events[i - 1].Fact is Signal.Settled settled)
            {
                return settled;
            }
        }

        return null;
    }

    /// <summary>The last settling before event number <paramref name="number"/>.</summary>
    public static (Event Event, Signal.Settled Fact)? SettledBefore(this RunTrace trace, int number)
    {
        for (var i = Math.Min(number - 1, trace.Events.Length) - 1; i >= 0; i--)
        {
            if (trace.Events[i].Fact is Signal.Settled settled)
            {
                return (trace.Events[i], settled);
            }
        }

        return null;
    }

    /// <summary>How and at which event a process ended; null while it lives.</summary>
    public static (Event Event, ExitStatus Status)? EndOf(this RunTrace trace, Actor actor)
    {
        foreach (var (item, gone) in trace.Of<Signal.Gone>())
        {
            if (gone.Actor.Index == actor.Index)
            {
                return (item, gone.Status);
            }
        }

        return null;
    }

    /// <summary>How the run ended, and the event that says so; <see cref="RunEnd.Unknown"/> when the recording stops without a word.</summary>
    public static (int Number, RunEnd How, string Reason) Ending(this RunTrace trace) =>
        trace.Of<Signal.Ended>().Select(ended => (ended.Event.Number, ended.Fact.How, ended.Fact.Reason))
            .DefaultIfEmpty((trace.Events.Length, RunEnd.Unknown, "the recording stops before the run was over"))
            .Last();

    /// <summary>Whom a step of the scenario sent a signal to, and from which event on. 9 is SIGKILL.</summary>
    public static IEnumerable<(Event Event, Actor Target, int Number)> SignalsSent(this RunTrace trace) =>
        trace.Of<Signal.Stepped>().Where(stepped => stepped.Fact.Target is not null).Select(stepped => (stepped.Event, stepped.Fact.Target!, SignalOf(stepped.Fact.Step)))
            .Where(sent => sent.Item3 != 0);

    /// <summary>The signal that a step sends; 0 for none.</summary>
    public static int SignalOf(Step step) => step switch
    {
        Step.Kill or Step.KillOneAt => 9,
        Step.Signal signal => signal.Number,
        _ => 0,
    };
}
