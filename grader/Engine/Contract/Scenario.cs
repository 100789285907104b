using System.Collections.Immutable;

namespace Grader.Contract;

/// <summary>How the grader chooses who goes on.</summary>
public enum Pace
{
    /// <summary>Whoever is not held by a step goes on at once.</summary>
    Free,

    /// <summary>The canonical schedule: everybody is held at every gate; let everything settle, release the first held one in order of role, repeat.</summary>
    OneAtATime,
}

/// <summary>
/// One way to play a kata: arguments, schedule, expectations. It is data: it can be printed, compared and played again.
/// Built by chaining, e.g. <c>Play("10").Hold(Exit("square")).Never(Start("cube"))</c>.
/// </summary>
public sealed record Scenario(ImmutableArray<string> Arguments, Outcome Outcome)
{
    /// <summary>A sentence that a learner understands; unique within the kata.</summary>
    public string Name { get; init; } = "";

    /// <summary>The rule of the kata's README that this scenario asks about.</summary>
    public string Rule { get; init; } = "";

    public ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>Laws of order that hold besides the steps' own expectations.</summary>
    public ImmutableArray<Law> Laws { get; init; } = [];

    public Surroundings Surroundings { get; init; } = Surroundings.Plain;

    public Pace Pace { get; init; } = Pace.Free;

    /// <summary>The seed of an explored schedule: with <see cref="Pace.OneAtATime"/>, chooses the gate at random instead of by role.</summary>
    public int? Seed { get; init; }

    /// <summary><see cref="Outcome"/> is what is right after this very schedule (see <see cref="Ending"/>), not what the arguments alone ask for.</summary>
    public bool OutcomeFollowsSchedule { get; init; }

    /// <summary>The second run of the program that <see cref="Step.StartOther"/> begins; null when there is none.</summary>
    public OtherRun? Other { get; init; }

    public Scenario Because(string rule) => this with { Rule = rule };

    public Scenario Hold(params ImmutableArray<Point> gates) => Then(new Step.Hold(gates));

    /// <summary>Once everything has settled, all of these have happened.</summary>
    public Scenario Must(params ImmutableArray<Expectation> expectations) => Then(new Step.Check(expectations));

    /// <summary>Once everything has settled, none of these has happened.</summary>
    public Scenario Never(params ImmutableArray<Point> points) => Then(new Step.Check([.. points.Select(point => new Expectation.Count(point, 0, 0))]));

    public Scenario Exactly(int count, Point point) => Then(new Step.Check([new Expectation.Count(point, count, count)]));

    public Scenario AtLeast(int count, Point point) => Then(new Step.Check([new Expectation.Count(point, count, int.MaxValue)]));

    public Scenario AtMost(int count, Point point) => Then(new Step.Check([new Expectation.Count(point, 0, count)]));

    public Scenario Parked(Who who) => Then(new Step.Check([new Expectation.Parked(who)]));

    public Scenario Release(params ImmutableArray<Point> gates) => Then(new Step.Release(gates));

    public Scenario ReleaseOne(Point gate) => Then(new Step.ReleaseOne(gate));

    public Scenario ReleaseSlowly(Point gate) => Then(new Step.ReleaseSlowly(gate));

    /// <inheritdoc cref="Step.Lag"/>
    public Scenario OtherThreadsLag(Who who) => Then(new Step.Lag(who));

    /// <inheritdoc cref="Step.Lag.IsOldestFirst"/>
    public Scenario OtherThreadsLagOldestFirst(Who who) => Then(new Step.Lag(who) { IsOldestFirst = true });

    /// <inheritdoc cref="Step.Lag.IsOfFirst"/>
    public Scenario FirstThreadLags(Who who) => Then(new Step.Lag(who) { IsOfFirst = true });

    public Scenario Kill(Who who) => Then(new Step.Kill(who));

    public Scenario KillOneAt(Point gate) => Then(new Step.KillOneAt(gate));

    public Scenario Terminate(Who who) => Then(new Step.Signal(who, 15));

    public Scenario Interrupt(Who who) => Then(new Step.Signal(who, 2));

    public Scenario Type(string line) => Then(new Step.Type(line));

    public Scenario CloseInput() => Then(new Step.CloseInput());

    /// <summary>Starts the program a second time, beside the first, with these arguments.</summary>
    public Scenario StartOther(ImmutableArray<string> arguments, Outcome outcome) =>
        (this with { Other = new OtherRun(arguments, outcome) }).Then(new Step.StartOther());

    /// <summary>What is right at the end of this scenario differs from what the arguments alone ask for (somebody was killed, say).</summary>
    public Scenario Ending(Outcome outcome) => this with { Outcome = outcome, OutcomeFollowsSchedule = true };

    public Scenario Obeys(params ImmutableArray<Law> laws) => this with { Laws = Laws.AddRange(laws) };

    public Scenario Variable(string name, string value) =>
        this with { Surroundings = Surroundings with { Variables = Surroundings.Variables.SetItem(name, value) } };

    public Scenario OnProcessors(int count) => this with { Surroundings = Surroundings with { Processors = count } };

    public Scenario WithOpenInput() => this with { Surroundings = Surroundings with { InputStaysOpen = true } };

    public Scenario MainMayWaitByTimeUntil(Point point) => this with { Surroundings = Surroundings with { MainMayWaitByTimeUntil = point } };

    public Scenario OneAtATime(int? seed = null) => this with { Pace = Pace.OneAtATime, Seed = seed };

    /// <summary>The two runs of this scenario without each other, each with its own part of the schedule. Under the same name.</summary>
    public IEnumerable<Scenario> EachByItself() => Other is null ? [] :
    [
        this with { Other = null, Steps = PartOf(who => who.IsOfOther ? null : who) },
        WithInputWhileItLives(new Scenario(Other.Arguments, Other.Outcome) { Name = Name, Rule = Rule, Surroundings = Surroundings, Steps = PartOf(who => who.InOwnRun) }),
    ];

    /// <summary>The two share their input. Its end, where it comes after a main was killed, is meant for the other one.</summary>
    private static Scenario WithInputWhileItLives(Scenario own)
    {
        var lived = own.Steps.TakeWhile(step => step is not Step.Kill { Who.Name: Who.Main }).ToList();
        return lived.Count == own.Steps.Length ? own
            : own.WithOpenInput() with { Steps = [.. lived, .. own.Steps.Skip(lived.Count).Where(step => step is not Step.CloseInput)] };
    }

    /// <param name="own">Whom of one run a role of both means; null when it is of the other one.</param>
    private ImmutableArray<Step> PartOf(Func<Who, Who?> own)
    {
        return [.. Steps.Select(Part).OfType<Step>()];

        Step? Part(Step step) => step switch
        {
            Step.Hold hold => new Step.Hold(Gates(hold.Gates)),
            Step.Release release => new Step.Release(Gates(release.Gates)),
            Step.Check check => new Step.Check([.. check.Expectations.Select(Expected).OfType<Expectation>()]),
            Step.StartOther => new Step.Check([]),
            Step.ReleaseOne { Gate: var gate } => Gate(gate) is { } point ? new Step.ReleaseOne(point) : null,
            Step.ReleaseSlowly { Gate: var gate } => Gate(gate) is { } point ? new Step.ReleaseSlowly(point) : null,
            Step.Lag lag => own(lag.Who) is { } one ? lag with { Who = one } : null,
            Step.KillOneAt { Gate: var gate } => Gate(gate) is { } point ? new Step.KillOneAt(point) : null,
            Step.Kill { Who: var who } => own(who) is { } one ? new Step.Kill(one) : null,
            Step.Signal { Who: var who, Number: var number } => own(who) is { } one ? new Step.Signal(one, number) : null,
            _ => step,
        };

        Point? Gate(Point point) => own(point.Who) is { } who ? point with { Who = who } : null;

        ImmutableArray<Point> Gates(ImmutableArray<Point> gates) => [.. gates.Select(Gate).OfType<Point>()];

        Expectation? Expected(Expectation expectation) => expectation switch
        {
            Expectation.Count count => Gate(count.Point) is { } point ? count with { Point = point } : null,
            Expectation.Parked parked => own(parked.Who) is { } who ? new Expectation.Parked(who) : null,
            _ => expectation,
        };
    }

    private Scenario Then(Step step) => this with { Steps = Steps.Add(step) };
}

/// <summary>The second run of a scenario.</summary>
public sealed record OtherRun(ImmutableArray<string> Arguments, Outcome Outcome);
