using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("17-pipe-dialog", Deterministic = true)]
public sealed class PipeDialog : KataSpec
{
    private const string CloseIsTheEnd = "The worker says `bye` when main has closed, and no word means the end.";
    private const string Gone = "If the worker ends by anything but returning 0, main says `worker is gone` instead of what would have come next, and returns 1.";

    private static readonly Point Bye = Line("upper", "bye");
    private static readonly Point Closed = Line(Main, "closed");

    protected override Outcome Right(IReadOnlyList<string> args) => Answers([.. AnswersTo(args)]).Prints("upper", "bye").Main("closed");

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args)
    {
        Law closed = new Law.Before("`closed` comes after the worker's end.", End("upper"), Closed);
        int answers = AnswersTo(args).Count();
        return answers == 0 ? [closed] : [closed, new Law.Before("Main closes after the last answer.", Line(Main, Wording.Any), Bye, answers)];
    }

    [Scenario("Two words, one step at a time")]
    public Scenario Canonical() => Play("hello", "World").OneAtATime();

    [Scenario("No question at all")]
    public Scenario No_words() => Play()
        .Because("Without a word main closes at once.");

    [Scenario("No word means the end")]
    public Scenario Odd_words() => Play("quit", "", "null", "bye", "exit", "end", "", string.Concat(Enumerable.Repeat("Abcde", 50)))
        .Because(CloseIsTheEnd);

    [Scenario("A word without a letter")]
    public Scenario Long_0() => Play("--long", "0")
        .Because("n may be 0.");

    [Scenario("A word that no pipe holds at once")]
    public Scenario Long() => Play("--long", "300000")
        .Because("The answer arrives whole, however long it is.");

    [Scenario("While main has not closed, the worker waits for the next question")]
    public Scenario Bye_waits_for_the_close() => Play("one", "two")
        .Hold(Line(Main, "TWO"))
        .Must(Line(Main, "TWO"), Parked("upper"))
        .Never(Bye, Exit("upper"))
        .Because(CloseIsTheEnd);

    [Scenario("Closed is said after the worker's end, not after its bye")]
    public Scenario Closed_waits_for_the_end() => Play("one")
        .Hold(Exit("upper"))
        .Must(Bye, Exit("upper"))
        .Never(Closed, Exit(Main))
        .Because("`closed` comes after the worker's end.");

    [Scenario("No answer before the worker has begun")]
    public Scenario Answers_are_the_workers() => Play("one", "two")
        .Hold(Start("upper"))
        .Must(Start("upper"))
        .Never(FirstLine(Main))
        .Because("Main prints the answers of the worker: it has none of its own.");

    [Scenario("The worker dies before the first question")]
    public Scenario Dies_starting() => Play("one", "two")
        .Hold(Start("upper"))
        .Must(Start("upper"))
        .Kill("upper")
        .Ending(Killed())
        .Because(Gone);

    [Scenario("The worker dies between an answer and the next question")]
    public Scenario Dies_between() => Play("one", "two", "three")
        .Hold(Line(Main, "TWO"))
        .Must(Line(Main, "TWO"))
        .Kill("upper")
        .Ending(Killed("ONE", "TWO"))
        .Because("The next question is asked when the last one is answered. " + Gone);

    [Scenario("The worker dies over a word that does not fit into the pipe")]
    public Scenario Dies_while_main_writes() => Play("--long", "300000")
        .Hold(Start("upper"))
        .Must(Start("upper"))
        .Kill("upper")
        .Ending(Killed())
        .Because(Gone);

    [Scenario("The worker dies after main has closed")]
    public Scenario Dies_leaving() => Play("one")
        .Hold(Exit("upper"))
        .Must(Exit("upper"))
        .Kill("upper")
        .Ending(Killed("ONE").Prints("upper", "bye"))
        .Because(Gone);

    [Scenario("Two runs at once have two dialogs")]
    public Scenario Two_runs() => TwoRuns(["one", "two"], Start("upper"), ["three"]);

    private static IEnumerable<string> AnswersTo(IReadOnlyList<string> args) =>
        args is ["--long", var n] ? [$"{n} letters back"] : args.Select(word => word.ToUpperInvariant());

    private static Outcome Answers(params string[] answers) => Outcome.Nothing
        .WithWorkers("upper").Items(Main, LineOrder.AsListed, answers);

    private static Outcome Killed(params string[] answers) => Answers(answers)
        .Main("worker is gone")
        .Ends("upper", Ending.Killed)
        .Returns(Main, 1);
}
