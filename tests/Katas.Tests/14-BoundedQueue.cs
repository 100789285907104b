using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("14-bounded-queue")]
public sealed class BoundedQueue : KataSpec
{
    private const string FullBlocks = "At most maxsize items are in the queue: as many puts return, and the next waits for a free place.";
    private const string GetFrees = "A get frees its place before `got <i>` is said, and one more put returns.";

    private static readonly Point AnyPut = Line("producer", StartingWith("put "));

    protected override Outcome Right(IReadOnlyList<string> args)
    {
        var items = Enumerable.Range(1, int.Parse(args[1])).ToList();
        return Outcome.Nothing
            .Worker("producer", items.Select(i => $"put {i}"))
            .WithWorkers("consumer").Items("consumer", LineOrder.AsListed, items.Select(i => $"got {i}"));
    }

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args)
    {
        int maxsize = int.Parse(args[0]);
        return
        [
            .. Enumerable.Range(1, int.Parse(args[1])).Where(i => i > maxsize + 1).Select(i =>
                new Law.Before(FullBlocks, Line("consumer", $"got {i - maxsize - 1}"), Line("producer", $"put {i}"))),
        ];
    }

    [Scenario("A queue for two, five items, one step at a time")]
    public Scenario Canonical() => Play("2", "5").OneAtATime();

    [Scenario("No items")]
    public Scenario Nothing_to_put() => Play("1", "0")
        .Because("n may be 0.");

    [Scenario("Many items through a queue for one")]
    public Scenario Many() => Play("1", "30")
        .Because("Each item arrives once, in the order in which it was put.");

    [Scenario("While nobody gets, exactly maxsize puts return and the producer waits")]
    public Scenario Full() => Play("3", "7")
        .Hold(Start("consumer"))
        .Must(Start("consumer"), Exactly(3, AnyPut), Parked("producer"))
        .Because(FullBlocks);

    [Scenario("A queue for one takes one")]
    public Scenario Room_for_one() => Play("1", "3")
        .Hold(Start("consumer"))
        .Must(Start("consumer"), Exactly(1, AnyPut), Parked("producer"))
        .Because(FullBlocks);

    [Scenario("A queue that is large enough takes everything")]
    public Scenario Large_enough() => Play("12", "12")
        .Hold(Start("consumer"))
        .Must(Start("consumer"), Exactly(12, AnyPut))
        .Never(Exit(Main))
        .Because("A put waits only while the queue is full.");

    [Scenario("Each get lets exactly one more put return")]
    public Scenario One_out_one_in() => Play("2", "7")
        .Hold(Got(1), Got(2), Got(4))
        .Must(Got(1), Exactly(3, AnyPut), Parked("producer"))
        .Release(Got(1))
        .Must(Got(2), Exactly(4, AnyPut), Parked("producer"))
        .Release(Got(2))
        .Must(Got(4), Exactly(6, AnyPut), Parked("producer"))
        .Because(GetFrees);

    [Scenario("The consumer gets what is there and waits for the rest")]
    public Scenario Get_blocks() => Play("2", "3")
        .Hold(Line("producer", "put 1"))
        .Must(Line("producer", "put 1"), Got(1), Parked("consumer"))
        .Never(Got(2))
        .Because("A put has stored its item when it returns; a get waits while the queue is empty.");

    [Scenario("Main waits for both")]
    public Scenario Main_joins() => Play("2", "1")
        .Hold(Exit("producer"), Exit("consumer"))
        .Must(Got(1))
        .Never(Exit(Main))
        .Release(Exit("producer"))
        .Never(Exit(Main))
        .Because("Main joins both workers.");

    [Scenario("Two runs at once have two queues")]
    public Scenario Two_runs() => TwoRuns(["2", "3"], Start("consumer"), ["1", "2"]);

    private static Point Got(int i) => Line("consumer", $"got {i}");
}
