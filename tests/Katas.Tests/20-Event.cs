using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("20-event", Deterministic = true)]
public sealed class Event : KataSpec
{
    private const string Waits = "Nobody prints `running` before main has printed `set`.";
    private const string Stays = "The event stays set: who comes late does not wait.";
    private const string Free = "One worker held holds up no other, nor `set`, nor `late`.";

    private static readonly Point Set = Line(Main, "set");
    private static readonly Point Waiting = Line(AnyWorker, "waiting");
    private static readonly Point Running = Line(AnyWorker, "running");

    protected override Outcome Right(IReadOnlyList<string> args) =>
        Enumerable.Range(1, int.Parse(args[0])).Select(i => $"w{i}").Append("late")
            .Aggregate(Outcome.Nothing.Main("set"), (outcome, name) => outcome.Worker(name, "waiting", "running"));

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
    [
        new Law.Before(Waits, Set, Running),
        new Law.Before("`late` is started after `set`.", Set, Start("late")),
    ];

    [Scenario("Three workers, one step at a time")]
    public Scenario Canonical() => Play("3").OneAtATime();

    [Scenario("Until main has printed `set`, everybody waits")]
    public Scenario Everybody_waits() => Play("4")
        .Hold(Set)
        .Must(Exactly(4, Waiting))
        .Never(Running, Start("late"))
        .Must(Parked("w1"), Parked("w2"), Parked("w3"), Parked("w4"))
        .Because(Waits);

    [Scenario("When the event is set, everybody runs")]
    public Scenario Everybody_runs() => Play("3")
        .Hold(Set, Running)
        .Must(Exactly(3, Waiting))
        .Release(Set)
        .Must(Exactly(4, Running))
        .Because("The event wakes everybody who waits.");

    [Scenario("The event is set before `late` is started")]
    public Scenario Set_before_late() => Play("2")
        .Hold(Start("late"))
        .Must(End("w1"), End("w2"), Start("late"))
        .Never(Exit(Main))
        .Because("Main sets the event, then it starts `late`, then it joins all of them.");

    [Scenario("A worker that is still starting when all the others are over runs all the same")]
    public Scenario Late_start() => Play("3")
        .Hold(Start("w1"))
        .Must(End("w2"), End("w3"), End("late"))
        .Never(Exit(Main))
        .Release(Start("w1"))
        .Must(Line("w1", "running"))
        .Because(Stays);

    [Scenario("A worker held at `waiting` holds up nobody")]
    public Scenario Held_at_waiting() => Play("3")
        .Hold(Line("w2", "waiting"))
        .Must(End("w1"), End("w3"), End("late"))
        .Never(Line("w2", "running"))
        .Release(Line("w2", "waiting"))
        .Must(Line("w2", "running"))
        .Because(Free);

    [Scenario("The event is set while a worker stands at `waiting`: it runs all the same")]
    public Scenario Set_meanwhile() => Play("3")
        .Hold(Set, Line("w2", "waiting"))
        .Exactly(3, Waiting)
        .Release(Set)
        .Must(End("w1"), End("w3"), End("late"))
        .Never(Line("w2", "running"))
        .Release(Line("w2", "waiting"))
        .Must(Line("w2", "running"))
        .Because(Stays);

    [Scenario("A worker held at `running` holds up nobody")]
    public Scenario Held_at_running() => Play("3")
        .Hold(Line("w1", "running"))
        .Must(End("w2"), End("w3"), End("late"))
        .Never(Exit(Main))
        .Because(Free);

    [Scenario("`late` held at `waiting` holds up nobody but main's end")]
    public Scenario Late_held() => Play("2")
        .Hold(Line("late", "waiting"))
        .Must(End("w1"), End("w2"), Line("late", "waiting"))
        .Never(Exit(Main))
        .Because(Free);

    [Scenario("Nobody waits when the event is set")]
    public Scenario Nobody_waits() => Play("0");

    [Scenario("Five workers, in an order drawn by lot")]
    public Scenario Shuffled() => Play("5").OneAtATime(seed: 20);

    [Scenario("Two runs at once do not share the event")]
    public Scenario Two_at_once() => TwoRuns(["2"], Set, ["1"]);
}
