using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>Steps that could not be carried out because nobody stood where the scenario asks for somebody.</summary>
public static class StepRule
{
    /// <summary>
    /// Whether what the outcome lists can be asked for: not when somebody whom the scenario kills or signals was never killed or signalled,
    /// because nobody was there or because the run was over before.
    /// </summary>
    public static bool OutcomeStillHolds(RunTrace trace) => !trace.Of<Signal.Missed>().Any() &&
        trace.Of<Signal.Stepped>().Count(stepped => ChangesTheOutcome(stepped.Fact.Step)) == trace.Scenario.Steps.Count(ChangesTheOutcome);

    private static bool ChangesTheOutcome(Step step) => Queries.SignalOf(step) != 0 || step is Step.CloseInput or Step.StartOther;

    /// <summary>For the case that no other rule explains it.</summary>
    public static IEnumerable<Finding> Check(RunTrace trace)
    {
        foreach (var (item, missed) in trace.Of<Signal.Missed>().Where(missed => WhoNeverCame(trace, missed.Fact.Step) is null))
        {
            var awaited = Awaited(missed.Step);
            var later = awaited is null ? null : trace.Happenings().FirstOrDefault(happening => happening.Number > item.Number && awaited.Fits(happening.What));
            var before = awaited is not null && trace.HappeningsBefore(item.Number).Any(happening => awaited.Fits(happening.What));
            var (code, words) = (later, before, awaited?.Moment) switch
            {
                (not null, _, _) => (Code.NeedlessWait, $"{awaited} came only when everything was released"),
                (_, _, Moment.Start) => (Code.WrongProcessCount, $"{awaited} never came"),
                (_, true, _) => (Code.TooEarly, $"nobody was left at {awaited}: it was over before it was its turn"),
                (_, _, Moment.Line) => (Code.WrongOutput, $"{awaited} never came"),
                _ => (Code.TooEarly, missed.Reason),
            };
            yield return new Finding(code, trace.Scenario.Name, $"{words}.", [item.Number, .. later is null ? Array.Empty<int>() : [later.Number]]);
        }
    }

    /// <summary>
    /// Why nothing can be said of a step: who was to be killed was never seen (he may have been gone before anybody could see him), or who was to lag could not be stopped.
    /// </summary>
    public static IEnumerable<string> Doubts(RunTrace trace) =>
    [
        .. trace.Of<Signal.Missed>().Select(missed => WhoNeverCame(trace, missed.Fact.Step)).OfType<Who>().Select(who => $"{who} was never seen, and so could not be signalled"),
        .. trace.Of<Signal.DidNotLag>().Select(one => $"{one.Fact.Actor.Role} does not let itself be slowed down (ptrace), so nothing but chance was seen"),
    ];

    /// <summary>Whom a step kills or signals, when nobody of that role was ever there.</summary>
    private static Who? WhoNeverCame(RunTrace trace, Step step) =>
        (step switch { Step.Kill kill => kill.Who, Step.Signal signal => signal.Who, _ => null }) is { } who && !trace.Actors().Any(actor => who.Fits(actor.Role)) ? who : null;

    private static Point? Awaited(Step step) => step switch
    {
        Step.Release { Gates: [var gate, ..] } => gate,
        Step.ReleaseOne one => one.Gate,
        Step.ReleaseSlowly one => one.Gate,
        Step.KillOneAt one => one.Gate,
        _ => null,
    };
}
