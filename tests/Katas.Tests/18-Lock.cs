using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("18-lock", Deterministic = true)]
public sealed class OneAtATimeLock : KataSpec
{
    private const string Alone = "Never are two workers inside: both lines are printed while the lock is held.";
    private const string Together = "All workers are started together; whoever is not there yet does not keep the lock from the others.";
    private const string Died = "If the holder dies, the others still enter and leave. Main returns 1 if a worker died.";

    private static readonly Point Enter = Line(AnyWorker, "enter");
    private static readonly Point Leave = Line(AnyWorker, "leave");

    protected override Outcome Right(IReadOnlyList<string> args) =>
        Names(int.Parse(args[0])).Aggregate(Outcome.Nothing, (outcome, name) => outcome.Worker(name, "enter", "leave"));

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) => [new Law.Inside(Alone, Enter, Leave, 1)];

    [Scenario("Three workers, one step at a time")]
    public Scenario Canonical() => Play("3").OneAtATime();

    [Scenario("All workers are started together")]
    public Scenario Started_together() => Play("4")
        .Hold(Start(AnyWorker))
        .Exactly(4, Start(AnyWorker))
        .Because(Together);

    [Scenario("While one stands at `enter`, nobody else comes in; when it has left, one does")]
    public Scenario One_at_enter() => Play("4")
        .Hold(Enter)
        .Exactly(1, Enter)
        .ReleaseOne(Enter)
        .Exactly(2, Enter)
        .ReleaseOne(Enter)
        .Exactly(3, Enter)
        .Because(Alone);

    [Scenario("Who stands at `leave` is still inside")]
    public Scenario One_at_leave() => Play("3")
        .Hold(Leave)
        .Must(Exactly(1, Enter), Exactly(1, Leave))
        .ReleaseOne(Leave)
        .Must(Exactly(2, Enter), Exactly(2, Leave))
        .Because(Alone);

    [Scenario("On its way from `enter` to `leave` a worker lets nobody in")]
    public Scenario Between_enter_and_leave() => Play("3")
        .Hold(Enter, Leave)
        .Exactly(1, Enter)
        .ReleaseSlowly(Enter)
        .Must(Exactly(1, Enter), Exactly(1, Leave))
        .Because(Alone);

    [Scenario("The lock is given up right after `leave`, not at the exit")]
    public Scenario Given_up_after_leave() => Play("3")
        .Hold(Exit(AnyWorker))
        .Must(Exactly(3, Leave), Exactly(3, Exit(AnyWorker)))
        .Never(Exit(Main))
        .Because("The lock is given up right after `leave`, not at the exit; main ends last.");

    [Scenario("A worker that is not there yet holds up nobody")]
    public Scenario Late_worker() => Play("3")
        .Hold(Start("w1"))
        .Must(End("w2"), End("w3"))
        .Never(Exit(Main))
        .Because(Together);

    [Scenario("The holder dies at `enter`: the others still come in")]
    public Scenario Dies_at_enter() => Play("3")
        .Hold(Enter)
        .Exactly(1, Enter)
        .KillOneAt(Enter)
        .Exactly(2, Enter)
        .Ending(SomeDied(3).PrintsInAnyOrder(AnyWorker, "enter", "enter", "leave", "leave"))
        .Because(Died);

    [Scenario("The holder dies at `leave`: the others still come in")]
    public Scenario Dies_at_leave() => Play("3")
        .Hold(Leave)
        .Must(Exactly(1, Enter), Exactly(1, Leave))
        .KillOneAt(Leave)
        .Must(Exactly(2, Enter), Exactly(2, Leave))
        .Ending(SomeDied(3).PrintsInAnyOrder(AnyWorker, "enter", "enter", "enter", "leave", "leave"))
        .Because(Died);

    [Scenario("One who waits for the lock dies")]
    public Scenario Waiting_one_dies() => Play("3")
        .Hold(Line("w1", "enter"), Start("w2"), Start("w3"))
        .Must(Line("w1", "enter"))
        .Release(Start("w2"), Start("w3"))
        .Must(Parked("w2"), Parked("w3"))
        .Kill("w2")
        .Release(Line("w1", "enter"))
        .Must(End("w3"))
        .Ending(SomeDied(3).Prints("w1", "enter", "leave").Prints("w3", "enter", "leave"))
        .Because(Died);

    [Scenario("No worker at all")]
    public Scenario Nobody() => Play("0");

    [Scenario("Six workers, in an order drawn by lot")]
    public Scenario Shuffled() => Play("6").OneAtATime(seed: 18);

    [Scenario("Two runs at once do not share the lock")]
    public Scenario Two_at_once() => TwoRuns(["2"], Enter, ["3"]);

    private static Outcome SomeDied(int n) => Outcome.Nothing.WithWorkers(Names(n)).Returns(Main, 1);

    private static IEnumerable<string> Names(int n) => Enumerable.Range(1, n).Select(i => $"w{i}");
}
