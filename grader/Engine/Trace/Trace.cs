using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch;

namespace Grader.Trace;

/// <summary>A numbered fact of one run.</summary>
/// <param name="Number">1-based, in the order in which the grader came to know the facts.</param>
/// <param name="Segment">
/// How many settlings came before it: within a segment the order of different processes is chance. Of a run that was played in turn only those count that the
/// scenario waited for.
/// </param>
public sealed record Event(int Number, int Segment, Signal Fact);

/// <summary>All events of one run, in order.</summary>
public sealed record RunTrace(Scenario Scenario, ImmutableArray<Event> Events, bool Proven)
{
    public static RunTrace From(Recording recording)
    {
        var events = ImmutableArray.CreateBuilder<Event>(recording.Signals.Length);
        var segment = 0;
        var isFine = !recording.InTurn || recording.Scenario.Pace == Pace.OneAtATime;
        foreach (var (i, signal) in recording.Signals.Index())
        {
            events.Add(new Event(i + 1, segment, signal));
            if (signal is Signal.Settled && (isFine || recording.Signals[i + 1] is Signal.Stepped or Signal.Missed or Signal.Finale))
            {
                segment++;
            }
        }

        return new RunTrace(recording.Scenario, events.ToImmutable(), recording.Proven);
    }
}
