using Grader.Contract;
using Grader.Launch;

namespace Grader.Trace;

/// <summary>
/// A trace as a story that a person reads: one line an event, without the accidents of a run (process ids, times, the order of what happened at once).
/// The same story means the same run.
/// </summary>
public static class Story
{
    /// <param name="trace">The run.</param>
    /// <param name="withStandings">Also says where everybody stood whenever everything had settled.</param>
    public static IEnumerable<string> Tell(RunTrace trace, bool withStandings = false)
    {
        var names = new Names(trace);
        foreach (var segment in trace.Events.GroupBy(item => item.Segment))
        {
            // What arrives within one settling came in any order; each process by itself keeps its own.
            // Who is gone comes before who may have waited for that.
            var gone = segment.Select(item => item.Fact).OfType<Signal.Gone>().Select(fact => fact.Actor.Index).ToHashSet();
            var told = segment.Where(item => item.Fact is not Signal.Settled && Queries.ActorOf(item.Fact) is not null)
                .OrderBy(item => gone.Contains(Queries.ActorOf(item.Fact)!.Index) ? (IsMain(item) ? 1 : 0) : 2)
                .ThenBy(item => Queries.ActorOf(item.Fact)!.Role, RoleOrder.Instance)
                .ThenBy(item => Queries.ActorOf(item.Fact)!.Index)
                .ThenBy(item => item.Number);
            // Steps come right after a settling, before anything that they cause.
            var steps = segment.Where(item => Queries.ActorOf(item.Fact) is null && item.Fact is not (Signal.Settled or Signal.Ended or Signal.Leftover or Signal.StandardError));
            var ends = segment.Where(item => item.Fact is Signal.Ended or Signal.Leftover);
            foreach (var line in steps.Concat(told).Concat(ends).Select(item => Say(item.Fact, names)).OfType<string>())
            {
                yield return line;
            }

            if (withStandings && segment.Last().Fact is Signal.Settled settled)
            {
                yield return $"-- {Say(settled, names)}";
            }
        }
    }

    private static bool IsMain(Event item) => Who.IsMain(Queries.ActorOf(item.Fact)?.Role);

    private static string? Say(Signal fact, Names names) => fact switch
    {
        Signal.Reached { What.Moment: Moment.Start } reached => $"{reached.Actor.Role} starts{names.StartedBy(reached.Actor)}",
        Signal.Reached { What.Moment: Moment.Exit } reached => $"{reached.Actor.Role} leaves with exit code {reached.Code}",
        Signal.Passed { What.Moment: Moment.Line } passed => $"{passed.Actor.Role} prints `{names.Plain(passed.What.Text)}`",
        Signal.Gone gone => $"{gone.Actor.Role} is gone: {gone.Status}",
        Signal.Appeared { Actor.IsKata: false } appeared => $"{appeared.Actor.Role} appears{names.StartedBy(appeared.Actor)}",
        Signal.Stepped stepped => Say(stepped),
        Signal.Missed missed => $"** nobody to {Describe(missed.Step)}: {missed.Reason}",
        Signal.WaitedByTime waited => $"{waited.Actor.Role} waits by time{(waited.IsTooLong ? ", and for too long to be work" : "")}",
        Signal.Polled polled => $"{polled.Actor.Role} asks again and again",
        Signal.StrayOutput stray => $"** not printed with Console.WriteLine: `{stray.Text.ReplaceLineEndings(" ").Trim()}`",
        Signal.Forged forged => $"** a false message: {forged.Reason}",
        Signal.LimitHit limit => $"** {limit.Code}: {limit.Reason}",
        Signal.Leftover leftover => $"** left behind: {leftover.Path}",
        Signal.Ended ended => ended.How == RunEnd.Ended ? "the run is over" : $"the run ends: {ended.How.ToString().ToLowerInvariant()}{(ended.Reason.Length > 0 ? $" ({ended.Reason})" : "")}",
        _ => null,
    };

    private static string? Say(Signal.Stepped stepped) => stepped.Step switch
    {
        Step.Hold => null,
        Step.Check check => $"** checked: {string.Join("; ", check.Expectations)}",
        _ when stepped.Target is { } target => $"** the grader does this: {Describe(stepped.Step)} ({target.Role})",
        _ => $"** the grader does this: {Describe(stepped.Step)}",
    };

    private static string Describe(Step step) => step switch
    {
        Step.Release release => $"release {string.Join(", ", release.Gates)}",
        Step.ReleaseOne one => $"release one at {one.Gate}",
        Step.ReleaseSlowly one => $"release one at {one.Gate}, slowly",
        Step.Lag lag => lag.IsOfFirst ? $"let the first thread of {lag.Who} lag" : $"let all threads of {lag.Who} but one lag",
        Step.Kill kill => $"kill {kill.Who}",
        Step.KillOneAt kill => $"kill one at {kill.Gate}",
        Step.Signal { Number: 15 } signal => $"send SIGTERM to {signal.Who}",
        Step.Signal { Number: 2 } signal => $"send SIGINT to {signal.Who}",
        Step.Signal signal => $"send signal {signal.Number} to {signal.Who}",
        Step.Type type => $"type `{type.Line}` into main's standard input",
        Step.CloseInput => "close main's standard input",
        Step.StartOther => "start the program a second time",
        Step.Hold hold => $"hold {string.Join(", ", hold.Gates)}",
        _ => "check",
    };

    private static string Say(Signal.Settled settled, Names names)
    {
        var still = settled.Stillness switch
        {
            Stillness.Timed => "all quiet but for time",
            Stillness.Polling => "all quiet but for somebody who asks again and again",
            _ => "all quiet",
        };
        var standings = settled.Standings.OrderBy(standing => standing.Actor.Role, RoleOrder.Instance).ThenBy(standing => standing.Actor.Index)
            .Select(standing => $"{standing.Actor.Role} {Where(standing.HeldAt, names)}");
        return string.Join("; ", standings.Prepend(still));
    }

    private static string Where(Happening? gate, Names names) => gate switch
    {
        null => "parked",
        { Moment: Moment.Start } => "at its start",
        { Moment: Moment.Line } => $"at `{names.Plain(gate.Text)}`",
        _ => "at its exit",
    };
}
