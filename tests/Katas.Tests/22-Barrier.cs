using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("22-barrier", Deterministic = true)]
public sealed class NobodyPassesAlone : KataSpec
{
    private const string Together = "Nobody passes round r before everybody has arrived in round r, in every round.";
    private const string Broken = "If a worker dies before all have arrived in the last round, the barrier is broken at once: whoever still has a round to pass returns 1, and so does main.";

    protected override Outcome Right(IReadOnlyList<string> args)
    {
        var lines = Rounds(int.Parse(args[1])).SelectMany(r => new[] { $"arrive {r}", $"pass {r}" }).ToList();
        return Names(int.Parse(args[0])).Aggregate(Outcome.Nothing, (outcome, name) => outcome.Worker(name, lines));
    }

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args)
    {
        var (n, rounds) = (int.Parse(args[0]), int.Parse(args[1]));
        return
        [
            .. Rounds(rounds).Select(r => new Law.Before(Together, Arrive(r), Pass(r), n)),
            .. Rounds(rounds - 1).Select(r => new Law.Before("Nobody passes round r+1 while somebody still stands at `pass r`.", Pass(r), Pass(r + 1), n)),
        ];
    }

    [Scenario("Three workers, two rounds, one step at a time")]
    public Scenario Canonical() => Play("3", "2").OneAtATime();

    [Scenario("One that has not arrived keeps all the others from passing")]
    public Scenario One_is_missing() => Play("4", "2")
        .Hold(Line("w3", "arrive 1"))
        .Must(Exactly(4, Arrive(1)))
        .Never(Pass(1))
        .Release(Line("w3", "arrive 1"))
        .Must(Exactly(4, Pass(1)))
        .Because(Together);

    [Scenario("A worker that is still starting has not arrived either")]
    public Scenario One_is_starting() => Play("3", "1")
        .Hold(Start("w1"))
        .Must(Exactly(2, Arrive(1)), Exactly(3, Start(AnyWorker)))
        .Never(Pass(1))
        .Because(Together);

    [Scenario("The third round is a barrier like the first")]
    public Scenario Third_round() => Play("3", "3")
        .Hold(Line("w1", "arrive 3"))
        .Must(Exactly(3, Arrive(3)), Exactly(3, Pass(2)))
        .Never(Pass(3))
        .Because(Together);

    [Scenario("Who is still passing keeps the others out of the next pass")]
    public Scenario One_is_passing() => Play("3", "3")
        .Hold(Line("w2", "pass 1"))
        .Exactly(3, Pass(1))
        .Never(Pass(2))
        .Because("Nobody passes round r+1 while somebody still stands at `pass r`.");

    [Scenario("One dies waiting, one has not come yet: the third is told at once, the late one when it comes")]
    public Scenario Dies_waiting() => Play("3", "2")
        .Hold(Start("w3"))
        .Must(Line("w1", "arrive 1"), Parked("w1"), Parked("w2"))
        .Kill("w1")
        .Must(End("w2"))
        .Never(Exit(Main))
        .Ending(Died(3, "w1").Prints("w1", "arrive 1").Prints("w2", "arrive 1").Returns("w2", 1).MayPrint("w3", "arrive 1").Returns("w3", 1))
        .Because(Broken);

    [Scenario("One dies before it has begun")]
    public Scenario Dies_starting() => Play("3", "1")
        .Hold(Start("w2"))
        .Must(Exactly(2, Arrive(1)))
        .Kill("w2")
        .Must(End("w1"), End("w3"))
        .Ending(Died(3, "w2").Prints("w1", "arrive 1").Returns("w1", 1).Prints("w3", "arrive 1").Returns("w3", 1))
        .Because(Broken);

    [Scenario("One dies between two rounds")]
    public Scenario Dies_between() => Play("3", "2")
        .Hold(Line("w1", "pass 1"))
        .Exactly(3, Pass(1))
        .Kill("w1")
        .Must(End("w2"), End("w3"))
        .Ending(Died(3, "w1").Prints("w1", "arrive 1")
            .Prints("w2", "arrive 1", "pass 1").MayPrint("w2", "arrive 2").Returns("w2", 1)
            .Prints("w3", "arrive 1", "pass 1").MayPrint("w3", "arrive 2").Returns("w3", 1))
        .Because(Broken);

    [Scenario("Who dies after everybody has arrived in the last round breaks nothing")]
    public Scenario Dies_at_the_last_pass() => Play("3", "2")
        .Hold(Pass(2))
        .Must(Exactly(3, Pass(2)))
        .Kill("w3")
        .Ending(Died(3, "w3").Prints("w3", "arrive 1", "pass 1", "arrive 2")
            .Prints("w1", "arrive 1", "pass 1", "arrive 2", "pass 2")
            .Prints("w2", "arrive 1", "pass 1", "arrive 2", "pass 2"))
        .Because("Who has been let through its last round returns 0, whatever happens to the others. After any death main returns 1.");

    [Scenario("One worker alone meets itself")]
    public Scenario Alone() => Play("1", "3");

    [Scenario("Five workers, three rounds, in an order drawn by lot")]
    public Scenario Shuffled() => Play("5", "3").OneAtATime(seed: 22);

    [Scenario("Two runs at once do not meet each other")]
    public Scenario Two_at_once() => TwoRuns(["2", "1"], Line("w1", "arrive 1"), ["3", "2"]);

    private static Point Arrive(int round) => Line(AnyWorker, $"arrive {round}");

    private static Point Pass(int round) => Line(AnyWorker, $"pass {round}");

    private static IEnumerable<int> Rounds(int count) => Enumerable.Range(1, count);

    private static IEnumerable<string> Names(int n) => Enumerable.Range(1, n).Select(i => $"w{i}");

    private static Outcome Died(int n, string who) => Outcome.Nothing.WithWorkers(Names(n)).Ends(who, Ending.Killed).Returns(Main, 1);
}
