using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>Who waits, waits for another process: not for a time, not by asking again and again, and not for ever.</summary>
public static class WaitingRule
{
    public static IEnumerable<Finding> Check(RunTrace trace) => [.. Polling(trace), .. TimedMain(trace), .. TimedForTooLong(trace), .. Deadlock(trace)];

    /// <summary>
    /// A worker may pretend to work for a while. It waited by time in place of waiting when what it did next came too early (<paramref name="tooEarly"/>).
    /// </summary>
    public static IEnumerable<Finding> TimedWorkers(RunTrace trace, IEnumerable<Finding> tooEarly)
    {
        foreach (var breach in tooEarly.Where(finding => finding.Code == Code.TooEarly && finding.Events.Length > 0))
        {
            foreach (var (item, waited) in trace.Of<Signal.WaitedByTime>())
            {
                var next = trace.Happenings().FirstOrDefault(happening => happening.Actor.Index == waited.Actor.Index && happening.Number > item.Number);
                if (waited.Actor.Role == breach.Role && waited.Actor.Role != Who.Main && next is not null && breach.Events.Contains(next.Number))
                {
                    yield return At(waited.Stack, new Finding(Code.TimedWait, trace.Scenario.Name,
                        $"{waited.Actor.Role} waited for a time and then went on as if what it has to wait for had come.", [item.Number, next.Number], waited.Actor.Role));
                    break;
                }
            }
        }
    }

    /// <summary>
    /// Who dies of his own time-out has waited by time: that it throws is the consequence. On a slow machine the time is over before anybody could see the
    /// waiting; then what .NET says of the exception tells.
    /// </summary>
    public static ImmutableArray<Finding> NameTimeOuts(RunTrace trace, ImmutableArray<Finding> findings)
    {
        var byTimeOut = DiedOfTimeOuts(trace);
        return
        [
            .. from finding in findings
               where finding.Code != Code.Crashed || !findings.Any(waited => waited.Code == Code.TimedWait && waited.Role == finding.Role && waited.Events[0] < finding.Events[^1])
               select finding.Code == Code.Crashed && byTimeOut
                   ? finding with { Code = Code.TimedWait, Message = $"{finding.Role} died of a time-out: it waited by time where it has to wait for another process." }
                   : finding,
        ];
    }

    /// <summary>Every exception that nobody caught is one of waiting by time. A wait is also cancelled by a signal, where the scenario sends any.</summary>
    private static bool DiedOfTimeOuts(RunTrace trace)
    {
        const string head = "Unhandled exception. ";
        string[] timeOuts = trace.SignalsSent().Any()
            ? ["System.TimeoutException"]
            : ["System.TimeoutException", "System.Threading.Tasks.TaskCanceledException", "System.OperationCanceledException"];
        var heads = string.Concat(trace.Of<Signal.StandardError>().Select(error => error.Fact.Text)).Split(head)[1..];
        return heads.Length > 0 && heads.All(text => timeOuts.Any(type => text.StartsWith(type + ":", StringComparison.Ordinal)));
    }

    /// <summary>Why a run that only time could move on is not judged.</summary>
    public static IEnumerable<string> Doubts(RunTrace trace) => trace.Ending() switch
    {
        (_, RunEnd.Unknown, var reason) => [reason.Length > 0 ? reason : "the grader could not tell how the run ended"],
        (_, RunEnd.Timed, var reason) => [reason.Length > 0 ? reason : "for many seconds nothing but time could move the program on"],
        _ => [],
    };

    private static IEnumerable<Finding> Polling(RunTrace trace)
    {
        var polled = trace.Of<Signal.Polled>().DistinctBy(poll => poll.Fact.Actor.Index).ToList();
        foreach (var (item, poll) in polled)
        {
            yield return At(poll.Stack, new Finding(Code.Polling, trace.Scenario.Name, $"{poll.Actor.Role} asks again and again instead of waiting.", [item.Number], poll.Actor.Role));
        }

        if (polled.Count == 0 && trace.Ending() is (var number, RunEnd.Polling, _))
        {
            yield return new Finding(Code.Polling, trace.Scenario.Name, "Somebody asks again and again instead of waiting, and nothing else moves.", [number]);
        }
    }

    private static IEnumerable<Finding> TimedMain(RunTrace trace)
    {
        var until = trace.Scenario.Surroundings.MainMayWaitByTimeUntil;
        foreach (var (item, waited) in trace.Of<Signal.WaitedByTime>().Where(waited => Who.IsMain(waited.Fact.Actor.Role)))
        {
            var allowed = until is not null && !trace.HappeningsBefore(item.Number).Any(happening => until.Fits(happening.What));
            if (!allowed)
            {
                yield return At(waited.Stack, new Finding(Code.TimedWait, trace.Scenario.Name, $"{waited.Actor.Role} waits by time where it has to wait for another process.", [item.Number], waited.Actor.Role));
                yield break;
            }
        }
    }

    /// <summary>A worker may pretend to work, but not for so long: it gives somebody time.</summary>
    private static IEnumerable<Finding> TimedForTooLong(RunTrace trace) =>
        from waited in trace.Of<Signal.WaitedByTime>()
        where waited.Fact.IsTooLong && !Who.IsMain(waited.Fact.Actor.Role)
        select At(waited.Fact.Stack, new Finding(Code.TimedWait, trace.Scenario.Name,
            $"{waited.Fact.Actor.Role} waits by time, and for longer than a worker may pretend to work.", [waited.Event.Number], waited.Fact.Actor.Role));

    /// <summary>Main is gone, and those whom it left behind wait for ever: orphans, not a deadlock.</summary>
    public static bool OrphansWait(RunTrace trace) => trace.Ending().How == RunEnd.Deadlock && ParkedAtTheEnd(trace) is { Count: > 0 } parked && !parked.Any(Who.IsMain);

    private static List<string> ParkedAtTheEnd(RunTrace trace) => trace.SettledBefore(trace.Ending().Number) is { } settled
        ? [.. settled.Fact.Standings.Where(standing => standing.HeldAt is null).Select(standing => standing.Actor.Role)]
        : [];

    private static IEnumerable<Finding> Deadlock(RunTrace trace)
    {
        var (number, how, _) = trace.Ending();
        if (how != RunEnd.Deadlock || trace.SettledBefore(number) is not { } settled)
        {
            yield break;
        }

        var parked = ParkedAtTheEnd(trace);
        if (!OrphansWait(trace))
        {
            yield return new Finding(Code.Deadlock, trace.Scenario.Name,
                parked.Count == 1 ? $"{parked[0]} waits for ever: nobody else is there to wake it." : $"{Phrases.List(parked)} wait for ever: none of them can go on by itself.",
                [settled.Event.Number, number], parked.FirstOrDefault());
        }
    }

    /// <summary>The innermost frame of the learner's own code says where.</summary>
    private static Finding At(ThreadStack? stack, Finding finding) =>
        stack?.Frames.FirstOrDefault(frame => frame.File is not null) is { } frame ? finding with { File = frame.File, Line = frame.Line } : finding;
}
