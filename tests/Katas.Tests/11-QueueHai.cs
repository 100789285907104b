using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("11-queue-hai")]
public sealed class QueueHai : KataSpec
{
    private const string GetBlocks = "Both workers run side by side, and `get` waits until the item is there.";

    protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing
        .Worker("producer")
        .WithWorkers("consumer").Items("consumer", LineOrder.AsListed, args[0]).IsSent("consumer", args[0]);

    [Scenario("The tutorial's run, one step at a time")]
    public Scenario Canonical() => Play("Hai").OneAtATime();

    [Scenario("The message is what the argument says, blanks and all")]
    public Scenario Blanks() => Play("  two  words and more ")
        .Because("The message arrives exactly as it was put, whatever it is.");

    [Scenario("The empty message is a message, too")]
    public Scenario Empty() => Play("")
        .Because("The message may be empty: an empty line is an item, no line is none.");

    [Scenario("A message of 250 characters arrives whole")]
    public Scenario Long() => Play(string.Concat(Enumerable.Range(1, 50).Select(i => $"{i:000}. ")))
        .Because("The message may be 250 characters long.");

    [Scenario("The consumer waits while the producer has not put anything yet")]
    public Scenario Get_blocks() => Play("Hai")
        .Hold(Start("producer"))
        .Must(Start("producer"), Start("consumer"), Parked("consumer"))
        .Never(FirstLine("consumer"))
        .Because(GetBlocks);

    [Scenario("The producer puts and ends while the consumer is still starting")]
    public Scenario Put_is_free() => Play("Hai")
        .Hold(Start("consumer"))
        .Must(Start("consumer"), End("producer"))
        .Never(Exit(Main))
        .Because("`put` does not wait for the consumer to exist: the queue keeps the item.");

    [Scenario("The item arrives before the producer has ended")]
    public Scenario Item_does_not_wait_for_the_end() => Play("Hai")
        .Hold(Exit("producer"))
        .Must(Exit("producer"), Line("consumer", "Hai"))
        .Never(Exit(Main))
        .Because("The item is on its way when it is put, not when the producer ends; and main joins the producer.");

    [Scenario("Main waits for the consumer's end")]
    public Scenario Main_joins_the_consumer() => Play("Hai")
        .Hold(Exit("consumer"))
        .Must(Exit("consumer"), End("producer"))
        .Never(Exit(Main))
        .Because("Main joins both workers.");

    [Scenario("The producer's first thread goes on before its others, and the item arrives all the same")]
    public Scenario Put_is_done_by_the_end() => Play("Hai")
        .Hold(Start("producer"))
        .Must(Start("producer"), Start("consumer"))
        .OtherThreadsLag("producer")
        .Because("The item arrives before the producer has ended: a producer does not end before it has put.");

    [Scenario("Two runs at once have two queues")]
    public Scenario Two_runs() => TwoRuns(["Hai"], Start("consumer"), ["Hello"]);

    [Scenario("Two runs at once, the first of them before its item is put")]
    public Scenario Two_runs_before_the_put() => TwoRuns(["Hai"], Start("producer"), ["Hello"]);
}
