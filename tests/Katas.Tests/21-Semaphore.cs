using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("21-semaphore", Deterministic = true)]
public sealed class AtMostK : KataSpec
{
    private const string Places = "Never are more than k workers inside, and k come in if so many want to.";
    private const string OneForOne = "Each worker that leaves lets exactly one more in, at once.";
    private const string Died = "A worker that dies inside gives its place back. Main returns 1 if a worker died.";

    private static readonly Point Enter = Line(AnyWorker, "enter");
    private static readonly Point Leave = Line(AnyWorker, "leave");

    protected override Outcome Right(IReadOnlyList<string> args) =>
        Names(int.Parse(args[1])).Aggregate(Outcome.Nothing, (outcome, name) => outcome.Worker(name, "enter", "leave"));

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) => [new Law.Inside(Places, Enter, Leave, int.Parse(args[0]))];

    [Scenario("Two places for three workers, one step at a time")]
    public Scenario Canonical() => Play("2", "3").OneAtATime();

    [Scenario("All workers are started together")]
    public Scenario Started_together() => Play("1", "4")
        .Hold(Start(AnyWorker))
        .Exactly(4, Start(AnyWorker))
        .Because("All workers are started together.");

    [Scenario("Two come in, and each one that leaves lets one more in")]
    public Scenario Two_places() => Play("2", "5")
        .Hold(Enter)
        .Exactly(2, Enter)
        .ReleaseOne(Enter)
        .Exactly(3, Enter)
        .ReleaseOne(Enter)
        .Exactly(4, Enter)
        .ReleaseOne(Enter)
        .Exactly(5, Enter)
        .Because(OneForOne);

    [Scenario("One is still starting and one stays inside: all the others go through the other place")]
    public Scenario A_place_belongs_to_nobody() => Play("2", "5")
        .Hold(Line("w2", "enter"), Start("w1"), Start("w3"), Start("w4"), Start("w5"))
        .Must(Line("w2", "enter"))
        .Release(Start("w3"), Start("w4"), Start("w5"))
        .Must(End("w3"), End("w4"), End("w5"))
        .Never(Exit(Main))
        .Because("A place belongs to nobody: whoever is there takes the next free one.");

    [Scenario("Who stands at `leave` is still inside")]
    public Scenario At_leave() => Play("3", "5")
        .Hold(Leave)
        .Must(Exactly(3, Enter), Exactly(3, Leave))
        .ReleaseOne(Leave)
        .Must(Exactly(4, Enter), Exactly(4, Leave))
        .Because(Places);

    [Scenario("On its way from `enter` to `leave` a worker keeps its place")]
    public Scenario Between_enter_and_leave() => Play("2", "4")
        .Hold(Enter, Leave)
        .Exactly(2, Enter)
        .ReleaseSlowly(Enter)
        .Must(Exactly(2, Enter), Exactly(1, Leave))
        .Because(Places);

    [Scenario("The place is given up right after `leave`, not at the exit")]
    public Scenario Given_up_after_leave() => Play("2", "4")
        .Hold(Exit(AnyWorker))
        .Must(Exactly(4, Leave), Exactly(4, Exit(AnyWorker)))
        .Never(Exit(Main))
        .Because("The place is given up right after `leave`, not at the exit; main ends last.");

    [Scenario("More places than workers")]
    public Scenario Enough_places() => Play("5", "3").Hold(Enter).Exactly(3, Enter).Because(Places);

    [Scenario("One place is a lock")]
    public Scenario One_place() => Play("1", "3").Hold(Enter).Exactly(1, Enter).ReleaseOne(Enter).Exactly(2, Enter).Because(Places);

    [Scenario("One dies at `enter`, one at `leave`: two more come in")]
    public Scenario Two_die_inside() => Play("2", "5")
        .Hold(Enter, Leave)
        .Exactly(2, Enter)
        .KillOneAt(Enter)
        .Exactly(3, Enter)
        .ReleaseOne(Enter)
        .Must(Exactly(3, Enter), Exactly(1, Leave))
        .KillOneAt(Leave)
        .Exactly(4, Enter)
        .Ending(SomeDied(5).PrintsInAnyOrder(AnyWorker, "enter", "enter", "enter", "enter", "leave", "leave", "leave"))
        .Because(Died);

    [Scenario("No worker at all")]
    public Scenario Nobody() => Play("3", "0");

    [Scenario("Six workers, in an order drawn by lot")]
    public Scenario Shuffled() => Play("3", "6").OneAtATime(seed: 21);

    [Scenario("Two runs at once do not share the places")]
    public Scenario Two_at_once() => TwoRuns(["1", "2"], Enter, ["2", "3"]);

    private static Outcome SomeDied(int n) => Outcome.Nothing.WithWorkers(Names(n)).Returns(Main, 1);

    private static IEnumerable<string> Names(int n) => Enumerable.Range(1, n).Select(i => $"w{i}");
}
