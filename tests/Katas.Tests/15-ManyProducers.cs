using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("15-many-producers")]
public sealed class ManyProducers : KataSpec
{
    private const string TotalIsLast = "`total <k>` comes after the last producer's exit.";
    private const string NobodyWaits = "A producer that is late holds up no other.";
    private const string Death = "If a producer died, main still says what arrived, and returns 1.";

    private static readonly Point Total = Line(Main, StartingWith("total "));

    protected override Outcome Right(IReadOnlyList<string> args) => Arrived(int.Parse(args[0]), args.Skip(2), args.Skip(2));

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
        args.Count == 2 ? [] : [new Law.Before(TotalIsLast, End(AnyWorker), Total, args.Count - 2)];

    [Scenario("Two producers, two items each, one step at a time")]
    public Scenario Canonical() => Play("2", "3", "ann", "bob").OneAtATime();

    [Scenario("No producer")]
    public Scenario No_producer() => Play("3", "5")
        .Because("Without a producer the total is 0.");

    [Scenario("Producers that have nothing to send")]
    public Scenario No_items() => Play("0", "4", "ann", "bob")
        .Because("n may be 0.");

    [Scenario("Names are only names")]
    public Scenario Odd_names() => Play("3", "1", "total", "1", "got-2")
        .Because("Whatever a producer is called and whatever is in its items, main says who sent which.");

    [Scenario("Long items of several producers are not cut or mixed while main is busy")]
    public Scenario Long_items() => Play("12", "10000", "ann", "bob", "cem")
        .Hold(FirstLine(Main))
        .Must(FirstLine(Main))
        .Because("Every item arrives whole, once, and in the order in which its producer sent it.");

    [Scenario("A producer that is still starting holds up no other")]
    public Scenario Nobody_waits_for_the_late() => Play("3", "8", "ann", "bob", "cem")
        .Hold(Start("ann"))
        .Must(Start("ann"), Got("bob", 2), Got("cem", 2), Exit("bob"), Exit("cem"))
        .Never(Got("ann", 0), Total)
        .Because(NobodyWaits);

    [Scenario("The last of them holds up no other either")]
    public Scenario Nobody_waits_for_the_last() => Play("2", "8", "ann", "bob", "cem")
        .Hold(Start("cem"))
        .Must(Start("cem"), Got("ann", 1), Got("bob", 1), Exit("ann"), Exit("bob"))
        .Never(Got("cem", 0), Total)
        .Because(NobodyWaits);

    [Scenario("The total waits for the last producer's exit, not for its last item")]
    public Scenario Total_waits() => Play("2", "4", "ann", "bob")
        .Hold(Exit("ann"))
        .Must(Exit("ann"), Exactly(4, Line(Main, StartingWith("got "))), End("bob"))
        .Never(Total)
        .Because(TotalIsLast);

    [Scenario("A producer's first thread goes on before its others, and its items arrive all the same")]
    public Scenario Sent_by_the_end() => Play("2", "4", "ann")
        .Hold(Start("ann"))
        .Must(Start("ann"))
        .OtherThreadsLag("ann")
        .Because("Nothing is lost: a producer does not end before it has sent everything.");

    [Scenario("Main's first thread goes on before its others, and the total is right all the same")]
    public Scenario Total_counts_everything() => Play("2", "4", "ann")
        .Hold(Start("ann"))
        .Must(Start("ann"))
        .OtherThreadsLag(Main)
        .Because("The total is the number of items that arrived: it comes after the last `got`.");

    [Scenario("A producer dies before it has sent anything")]
    public Scenario Dies_starting() => Play("2", "4", "ann", "bob")
        .Hold(Start("ann"))
        .Must(Start("ann"), End("bob"))
        .Kill("ann")
        .Ending(Arrived(2, ["ann", "bob"], ["bob"]).Ends("ann", Ending.Killed).Returns(Main, 1))
        .Because(Death);

    [Scenario("A producer dies, and another one has not begun: what that one sends still arrives")]
    public Scenario Dies_alone() => Play("2", "4", "ann", "bob")
        .Hold(Start("ann"), Start("bob"))
        .Must(Start("ann"), Start("bob"))
        .Kill("ann")
        .Never(Line(Main, StartingWith("total ")), Exit(Main))
        .Ending(Arrived(2, ["ann", "bob"], ["bob"]).Ends("ann", Ending.Killed).Returns(Main, 1))
        .Because(Death);

    [Scenario("A producer dies when it has sent everything")]
    public Scenario Dies_leaving() => Play("2", "4", "ann", "bob")
        .Hold(Exit("bob"))
        .Must(Exit("bob"), Exactly(4, Line(Main, StartingWith("got "))))
        .Kill("bob")
        .Ending(Arrived(2, ["ann", "bob"], ["ann", "bob"]).Ends("bob", Ending.Killed).Returns(Main, 1))
        .Because(Death);

    [Scenario("Two runs at once count their own items")]
    public Scenario Two_runs() => TwoRuns(["2", "4", "ann", "bob"], Start("bob"), ["3", "2", "bob"]);

    private static Point Got(string name, int i) => Line(Main, $"got {name} {i}");

    private static Outcome Arrived(int n, IEnumerable<string> names, IEnumerable<string> senders)
    {
        var lines = senders.SelectMany(name => Enumerable.Range(0, n).Select(i => $"got {name} {i}")).ToList();
        return Outcome.Nothing.WithWorkers(names).Items(Main, LineOrder.PerSender, lines).Main($"total {lines.Count}");
    }
}
