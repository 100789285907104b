using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("10-first-finished", Deterministic = true)]
public sealed class FirstFinished : KataSpec
{
    private const string AsTheyEnd = "Each line comes as soon as that worker has ended, before any other needs to end.";

    protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing
        .WithWorkers(args)
        .PrintsInAnyOrder(Main, args.Select(name => $"finished {name}"));

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
        [.. args.Select(name => new Law.Before("A worker is called finished after it has ended.", End(name), Finished(name)))];

    [Scenario("Three workers, one step at a time")]
    public Scenario Canonical() => Play("anna", "ben", "cleo").OneAtATime();

    [Scenario("All workers are alive at the same time")]
    public Scenario Alive_together() => Play("red", "green", "blue", "red-2")
        .Hold(Start(AnyWorker))
        .Exactly(4, Start(AnyWorker))
        .Never(Line(Main, StartingWith("finished")))
        .Because("Start every worker before you wait for one.");

    [Scenario("They end in the order a, b, c")]
    public Scenario Order_abc() => EndingInOrder("a", "b", "c");

    [Scenario("They end in the order a, c, b")]
    public Scenario Order_acb() => EndingInOrder("a", "c", "b");

    [Scenario("They end in the order b, a, c")]
    public Scenario Order_bac() => EndingInOrder("b", "a", "c");

    [Scenario("They end in the order b, c, a")]
    public Scenario Order_bca() => EndingInOrder("b", "c", "a");

    [Scenario("They end in the order c, a, b")]
    public Scenario Order_cab() => EndingInOrder("c", "a", "b");

    [Scenario("They end in the order c, b, a")]
    public Scenario Order_cba() => EndingInOrder("c", "b", "a");

    [Scenario("A worker that has not begun holds up no other")]
    public Scenario Slow_starter() => Play("x", "y", "z")
        .Hold(Start("y"))
        .Must(Finished("x"), Finished("z"))
        .Never(Finished("y"))
        .Because(AsTheyEnd);

    [Scenario("All end at once, and each is named once")]
    public Scenario All_at_once() => Play("k1", "k2", "k3", "k4", "k5")
        .Hold(Exit(AnyWorker))
        .Exactly(5, Exit(AnyWorker))
        .Release(Exit(AnyWorker))
        .Exactly(5, Line(Main, StartingWith("finished ")))
        .Because("Every worker is named exactly once.");

    [Scenario("Main does not end before its last line is printed")]
    public Scenario Last_line() => Play("a", "b")
        .Hold(Finished("a"), Finished("b"), Exit("b"))
        .Must(Finished("a"), Exit("b"))
        .ReleaseOne(Finished("a"))
        .FirstThreadLags(Main)
        .Release(Exit("b"))
        .Must(Finished("b"), End("b"))
        .Never(Exit(Main))
        .Because("Every worker is named once: main ends when it has named the last one.");

    [Scenario("Main's first thread goes on before its others, and everybody is named all the same")]
    public Scenario Nobody_is_forgotten() => Play("a", "b")
        .Hold(Exit("a"), Exit("b"))
        .Must(Exit("a"), Exit("b"))
        .OtherThreadsLag(Main)
        .Because("Every worker is named once: main ends when it has named the last one.");

    [Scenario("A single worker")]
    public Scenario Single() => Play("solo");

    [Scenario("No worker at all")]
    public Scenario None() => Play()
        .Because("Without names main prints nothing and ends.");

    private static Point Finished(string name) => Line(Main, $"finished {name}");

    private Scenario EndingInOrder(string first, string second, string third) => Play("a", "b", "c")
        .Hold(Exit("a"), Exit("b"), Exit("c"))
        .Must(Exit("a"), Exit("b"), Exit("c"))
        .Release(Exit(first))
        .Must(Finished(first))
        .Never(Finished(second), Finished(third))
        .Release(Exit(second))
        .Must(Finished(second))
        .Never(Finished(third))
        .Because(AsTheyEnd);
}
