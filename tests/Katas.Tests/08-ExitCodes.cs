using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("08-exit-codes")]
public sealed class ExitCodes : KataSpec
{
    private const string ByTheCode = "What became of a worker is told by its exit code, not by what it was asked to do.";
    private const string InTurn = "Each worker is started after the line about the one before.";

    protected override Outcome Right(IReadOnlyList<string> args)
    {
        var outcome = Outcome.Nothing;
        var lines = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var name = $"w{i + 1}";
            (outcome, var end) = args[i] switch
            {
                "boom" => (outcome.WithWorkers(name).Ends(name, Ending.Crash), "crashed"),

                // Killed so soon that nobody may have seen it.
                "hang" => (outcome.MaybeWorkers(name).Ends(name, Ending.Killed), "killed"),
                var code => (outcome.Worker(name, $"leaving with {code}").Returns(name, int.Parse(code)), $"exit {code}"),
            };
            lines.Add($"{name} {end}");
        }

        return outcome.Main(lines).Returns(Main, args.Count(spec => spec != "0"));
    }

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args)
    {
        var seen = Enumerable.Range(1, args.Count).Where(i => args[i - 1] != "hang").ToList();
        return
        [
            .. seen.Select(i => new Law.Before("The line about a worker comes after its end.", End($"w{i}"), About(i))),
            .. seen.Where(i => i > 1).Select(i => new Law.Before(InTurn, About(i - 1), Start($"w{i}"))),
        ];
    }

    [Scenario("Three codes, one step at a time")]
    public Scenario Canonical() => Play("0", "3", "125").OneAtATime();

    [Scenario("A code, a crash and a kill")]
    public Scenario All_kinds() => Play("7", "boom", "hang")
        .Because("0 to 125 is `exit <k>`, 134 is `crashed`, 137 is `killed`.");

    [Scenario("No worker at all")]
    public Scenario None() => Play()
        .Because("Main returns the number of workers that did not return 0.");

    [Scenario("A crash is not the end of the others")]
    public Scenario Goes_on() => Play("boom", "hang", "hang", "0", "boom", "1")
        .Because("Main returns the number of workers that did not return 0.");

    [Scenario("The line waits for the worker's end, not for its last word")]
    public Scenario Waits_for_the_end() => Play("5", "0")
        .Hold(Exit("w1"))
        .Must(Exit("w1"))
        .Never(About(1), Start("w2"))
        .Because("The line about a worker comes after its end.");

    [Scenario("One worker at a time")]
    public Scenario One_at_a_time() => Play("0", "0", "4")
        .Hold(FirstLine("w2"))
        .Must(About(1), FirstLine("w2"))
        .Never(About(2), Start("w3"))
        .Because(InTurn);

    [Scenario("The next worker waits for the line about the one before")]
    public Scenario Line_before_the_next() => Play("9", "0")
        .Hold(About(1))
        .Must(About(1))
        .Never(Start("w2"))
        .Because(InTurn);

    [Scenario("A worker that hangs is killed without waiting for it")]
    public Scenario Kill_at_once() => Play("hang", "0")
        .Hold(Start("w1"))
        .Must(About(1), End("w2"))
        .Because("A worker with the spec `hang` is killed right after its start.");

    [Scenario("A worker is killed from outside before it has done anything")]
    public Scenario Killed_at_the_start() => Play("0", "2")
        .Hold(Start("w1"))
        .Kill("w1")
        .Ending(Outcome.Nothing
            .WithWorkers("w1").Ends("w1", Ending.Killed)
            .Worker("w2", "leaving with 2").Returns("w2", 2)
            .Main("w1 killed", "w2 exit 2").Returns(Main, 2))
        .Because(ByTheCode);

    [Scenario("A worker is killed from outside when it is about to leave")]
    public Scenario Killed_at_the_exit() => Play("0", "0")
        .Hold(Exit("w2"))
        .Kill("w2")
        .Ending(Outcome.Nothing
            .Worker("w1", "leaving with 0")
            .Worker("w2", "leaving with 0").Ends("w2", Ending.Killed)
            .Main("w1 exit 0", "w2 killed").Returns(Main, 1))
        .Because(ByTheCode);

    [Scenario("A worker that was to crash is killed from outside")]
    public Scenario Killed_before_the_crash() => Play("boom")
        .Hold(Start("w1"))
        .Kill("w1")
        .Ending(Outcome.Nothing
            .WithWorkers("w1").Ends("w1", Ending.Killed)
            .Main("w1 killed").Returns(Main, 1))
        .Because(ByTheCode);

    [Scenario("A worker is asked to end by SIGTERM")]
    public Scenario Terminated() => Play("6")
        .Hold(Start("w1"))
        .Terminate("w1")
        .Ending(Outcome.Nothing
            .WithWorkers("w1").Ends("w1", Ending.Any)
            .Main("w1 signal 15").Returns(Main, 1))
        .Because("Any other code above 128 is `signal <code - 128>`.");

    [Scenario("A worker is asked to end by SIGINT")]
    public Scenario Interrupted() => Play("0", "6")
        .Hold(Start("w2"))
        .Interrupt("w2")
        .Ending(Outcome.Nothing
            .Worker("w1", "leaving with 0")
            .WithWorkers("w2").Ends("w2", Ending.Any)
            .Main("w1 exit 0", "w2 signal 2").Returns(Main, 1))
        .Because("Any other code above 128 is `signal <code - 128>`.");

    private static Point About(int worker) => Line(Main, StartingWith($"w{worker} "));
}
