using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("04-separate-memory", Deterministic = true)]
public sealed class SeparateMemory : KataSpec
{
    protected override Outcome Right(IReadOnlyList<string> args)
    {
        var squares = args.Select(long.Parse).Select(n => $"{n * n}").ToList();
        return Outcome.Nothing
            .Worker("squares", args.Count == 0 ? "child: empty" : $"child: {string.Join(' ', squares)}").FindsOut("squares", squares)
            .Main("main: empty");
    }

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
        [new Law.Before("`main:` comes after the worker has ended.", End("squares"), Line(Main, StartingWith("main:")))];

    [Scenario("The tutorial's run, one step at a time")]
    public Scenario Canonical() => Play("1", "2", "3").OneAtATime();

    [Scenario("Other numbers, other squares")]
    public Scenario Other_numbers() => Play("7", "0", "-4", "7")
        .Because("The squares of the numbers that were given, in their order.");

    [Scenario("No number: both lists are empty")]
    public Scenario No_number() => Play()
        .Because("With no number the worker runs all the same and shows an empty list.");

    [Scenario("A square that needs a long")]
    public Scenario Big() => Play("3037000499", "-1", "94906267")
        .Because("The worker gets the numbers, not the squares; and these fit a long, not an int, and no double holds them all.");

    [Scenario("Main does not look at its list before the worker has begun")]
    public Scenario Waits_for_the_start() => Play("5", "6")
        .Hold(Start("squares"))
        .Must(Start("squares"))
        .Never(Line(Main, StartingWith("main:")))
        .Because("Main shows its list after the worker's end.");

    [Scenario("Main waits for the worker's end, not for its line")]
    public Scenario Waits_for_the_end() => Play("1", "2", "3")
        .Hold(Exit("squares"))
        .Must(Exit("squares"))
        .Never(Line(Main, StartingWith("main:")))
        .Because("Main shows its list after the worker's end.");
}
