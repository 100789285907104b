using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("19-shared-counter", Deterministic = true)]
public sealed class SharedCounter : KataSpec
{
    private const string OneStep = "`read v`, the write and `wrote v+1` are one step: while one worker is between its two lines, no other reads.";
    private const string EachOnce = "The workers read 0, 1, 2, … each once: who reads next sees what was written before.";
    private const string Died = "If a worker dies inside, the others go on. Main still prints the value of the counter, and returns 1.";

    private static readonly Point Read = Line(AnyWorker, StartingWith("read "));
    private static readonly Point Wrote = Line(AnyWorker, StartingWith("wrote "));

    protected override Outcome Right(IReadOnlyList<string> args)
    {
        var (workers, n) = (int.Parse(args[0]), int.Parse(args[1]));
        return Outcome.Nothing.WithWorkers(Names(workers)).PrintsInAnyOrder(AnyWorker, Steps(workers * n)).Main($"total {workers * n}");
    }

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
    [
        new Law.Inside(OneStep, Read, Wrote, 1),
        new Law.Before("`total` is printed after the last worker's end.", End(AnyWorker), Line(Main, StartingWith("total ")), int.Parse(args[0])),
    ];

    [Scenario("Two workers count to four, one step at a time")]
    public Scenario Canonical() => Play("2", "2").OneAtATime().Obeys(InTurn(4));

    [Scenario("All workers are started together")]
    public Scenario Started_together() => Play("3", "1")
        .Hold(Start(AnyWorker))
        .Exactly(3, Start(AnyWorker))
        .Obeys(InTurn(3))
        .Because("Main starts all workers before it waits for one.");

    [Scenario("While one has read and not yet written, nobody else reads")]
    public Scenario One_between() => Play("3", "2")
        .Hold(Read)
        .Exactly(1, Read)
        .ReleaseOne(Read)
        .Must(Exactly(1, Wrote), Exactly(2, Read))
        .ReleaseOne(Read)
        .Must(Exactly(2, Wrote), Exactly(3, Read))
        .Obeys(InTurn(6))
        .Because(OneStep);

    [Scenario("While one stands at `wrote`, nobody else reads")]
    public Scenario One_at_wrote() => Play("2", "2")
        .Hold(Wrote)
        .Must(Exactly(1, Read), Exactly(1, Wrote))
        .ReleaseOne(Wrote)
        .Must(Exactly(2, Read), Exactly(2, Wrote))
        .Obeys(InTurn(4))
        .Because(OneStep);

    [Scenario("On its way from `read` to `wrote` a worker lets nobody read")]
    public Scenario Between_read_and_wrote() => Play("2", "2")
        .Hold(Read, Wrote)
        .Exactly(1, Read)
        .ReleaseSlowly(Read)
        .Must(Exactly(1, Read), Exactly(1, Wrote))
        .Obeys(InTurn(4))
        .Because(OneStep);

    [Scenario("However slowly a worker goes on from `wrote`: the next one reads what it wrote")]
    public Scenario After_wrote() => Play("2", "1").Hold(Wrote).Exactly(1, Wrote).ReleaseSlowly(Wrote).Obeys(InTurn(2)).Because(EachOnce);

    [Scenario("Four workers, five times each: every number once, and each worker its share")]
    public Scenario Many() => Play("4", "5")
        .Hold(Line(Main, StartingWith("total ")))
        .Must(Share("w1"), Share("w2"), Share("w3"), Share("w4"), Exactly(4, End(AnyWorker)))
        .Obeys(InTurn(20))
        .Because(EachOnce);

    [Scenario("More than a byte can count")]
    public Scenario More_than_a_byte() => Play("2", "150").Because(EachOnce);

    [Scenario("In an order drawn by lot")]
    public Scenario Shuffled() => Play("3", "2").OneAtATime(seed: 19).Obeys(InTurn(6)).Because(EachOnce);

    [Scenario("A worker dies after its read: its step is not done")]
    public Scenario Dies_after_read() => Play("3", "1")
        .Hold(Read)
        .Must(Exactly(1, Read))
        .KillOneAt(Read)
        .Must(Exactly(2, Read))
        .Ending(OneDied(3).PrintsInAnyOrder(AnyWorker, Steps(2)).Main("total 2"))
        .Because(Died);

    [Scenario("A worker dies after its write: its step counts")]
    public Scenario Dies_after_write() => Play("3", "1")
        .Hold(Wrote)
        .Must(Exactly(1, Wrote))
        .KillOneAt(Wrote)
        .Must(Exactly(2, Read))
        .Ending(OneDied(3).PrintsInAnyOrder(AnyWorker, Steps(3).Where(line => line != "wrote 1")).Main("total 3"))
        .Because(Died);

    [Scenario("One worker alone")]
    public Scenario Alone() => Play("1", "4").Obeys(InTurn(4));

    [Scenario("Nothing to count")]
    public Scenario Nothing() => Play("2", "0");

    [Scenario("Two runs at once do not share the counter")]
    public Scenario Two_at_once() => TwoRuns(["2", "2"], Line(AnyWorker, "wrote 2"), ["2", "3"]);

    private static Expectation Share(string worker) => Exactly(5, Line(worker, StartingWith("read ")));

    /// <summary>Nobody reads v before `wrote v` is printed. Not so in runs with a death: who dies at `wrote v` never prints it.</summary>
    private static ImmutableArray<Law> InTurn(int steps) =>
        [.. Enumerable.Range(1, Math.Max(0, steps - 1)).Select(v => new Law.Before(EachOnce, Line(AnyWorker, $"wrote {v}"), Line(AnyWorker, $"read {v}")))];

    private static IEnumerable<string> Steps(int count) => Enumerable.Range(0, count).SelectMany(v => new[] { $"read {v}", $"wrote {v + 1}" });

    private static Outcome OneDied(int workers) => Outcome.Nothing.WithWorkers(Names(workers)).Returns(Main, 1);

    private static IEnumerable<string> Names(int n) => Enumerable.Range(1, n).Select(i => $"w{i}");
}
