using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("12-until-sentinel")]
public sealed class UntilSentinel : KataSpec
{
    private const string ItemsArriveAtOnce = "When `put <k>` is said, item k is in the queue: it arrives even if the producer does nothing more.";
    private const string Broken = "If the producer dies before its end mark, the consumer does not say `no more` and does not return 0, and main returns 1.";

    private static readonly Point NoMore = Line("consumer", "no more");
    private static readonly Point AnyGot = Line("consumer", StartingWith("got "));

    protected override Outcome Right(IReadOnlyList<string> args) => Items(int.Parse(args[0]), int.Parse(args[0])).Prints("consumer", "no more");

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args)
    {
        int n = int.Parse(args[0]);
        return n == 0
            ? []
            :
            [
                new Law.Before("`no more` comes after the last item.", AnyGot, NoMore, n),
                new Law.Before("The end mark is put after the last `put <i>`.", Line("producer", $"put {n}"), NoMore),
            ];
    }

    [Scenario("Three items, one step at a time")]
    public Scenario Canonical() => Play("3").OneAtATime();

    [Scenario("No item at all: only the end mark")]
    public Scenario Nothing_to_put() => Play("0")
        .Because("n may be 0.");

    [Scenario("The consumer gets each item when it has been put, and waits for the next")]
    public Scenario Items_arrive_one_by_one() => Play("4")
        .Hold(Put(1), Put(3))
        .Must(Put(1), Got(1), Parked("consumer"))
        .Never(Got(2), NoMore, Exit("producer"))
        .Release(Put(1))
        .Must(Put(3), Got(3), Parked("consumer"))
        .Never(Got(4), NoMore, Exit("producer"))
        .Because(ItemsArriveAtOnce);

    [Scenario("After the last item the consumer waits for the end mark")]
    public Scenario Last_item_is_no_end_mark() => Play("2")
        .Hold(Put(2))
        .Must(Put(2), Got(2), Parked("consumer"))
        .Never(NoMore, Exit("consumer"))
        .Because("The consumer is not told n: it learns from the end mark alone that there is no more.");

    [Scenario("The thread that puts goes on before the others of the producer, and nothing is lost all the same")]
    public Scenario Nobody_else_sends_in_time() => Play("2")
        .Hold(Put(1))
        .Must(Put(1), Got(1))
        .OtherThreadsLag("producer")
        .Because("Nothing is lost: what has been put arrives, and the end mark after it, before the producer has ended.");

    [Scenario("The producer can put everything while the consumer is still starting")]
    public Scenario Put_does_not_wait() => Play("100")
        .Hold(Start("consumer"))
        .Must(Start("consumer"), Put(100))
        .Never(Exit(Main))
        .Because("`put` waits for nobody (up to 100 items).");

    [Scenario("The consumer waits for a producer that is still starting")]
    public Scenario Get_blocks() => Play("2")
        .Hold(Start("producer"))
        .Must(Start("producer"), Start("consumer"), Parked("consumer"))
        .Never(FirstLine("consumer"))
        .Because("An empty queue is not the end: `get` waits.");

    [Scenario("The items do not wait for the producer's end, and main does")]
    public Scenario Main_joins_the_producer() => Play("3")
        .Hold(Exit("producer"))
        .Must(Exit("producer"), Got(3))
        .Never(Exit(Main))
        .Because("An item is on its way when it is put; and main joins the producer.");

    [Scenario("Main waits for the consumer's end")]
    public Scenario Main_joins_the_consumer() => Play("1")
        .Hold(Exit("consumer"))
        .Must(Exit("consumer"), End("producer"))
        .Never(Exit(Main))
        .Because("Main joins both workers.");

    [Scenario("The producer dies in the middle")]
    public Scenario Dies_in_the_middle() => Play("4")
        .Hold(Put(2))
        .Must(Put(2), Got(2))
        .Kill("producer")
        .Must(End("consumer"))
        .Ending(ProducerKilled(puts: 1, gots: 2))
        .Because(Broken);

    [Scenario("The producer dies after its last item, before the end mark")]
    public Scenario Dies_before_the_end_mark() => Play("2")
        .Hold(Put(2))
        .Must(Put(2), Got(2))
        .Kill("producer")
        .Must(End("consumer"))
        .Ending(ProducerKilled(puts: 1, gots: 2))
        .Because(Broken);

    [Scenario("The producer dies before it has begun")]
    public Scenario Dies_starting() => Play("0")
        .Hold(Start("producer"))
        .Must(Start("producer"), Start("consumer"))
        .Kill("producer")
        .Must(End("consumer"))
        .Ending(ProducerKilled(puts: 0, gots: 0))
        .Because(Broken);

    [Scenario("Two runs at once have two queues")]
    public Scenario Two_runs() => TwoRuns(["3"], Start("consumer"), ["2"]);

    private static Point Put(int i) => Line("producer", $"put {i}");

    private static Point Got(int i) => Line("consumer", $"got {i}");

    private static Outcome ProducerKilled(int puts, int gots) => Items(puts, gots)
        .Ends("producer", Ending.Killed)
        .Ends("consumer", Ending.NotZero)
        .Returns(Main, 1);

    private static Outcome Items(int puts, int gots) => Outcome.Nothing
        .Worker("producer", Enumerable.Range(1, puts).Select(i => $"put {i}"))
        .WithWorkers("consumer").Items("consumer", LineOrder.AsListed, Enumerable.Range(1, gots).Select(i => $"got {i}"));
}
