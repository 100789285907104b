using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("02-hello-process", Deterministic = true)]
public sealed class HelloProcess : KataSpec
{
    protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing
        .Main("main {pid of main}", "started {pid of hello}", "joined")
        .Worker("hello", $"hello {args[0]}", "worker {pid of hello}");

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
    [
        new Law.Before("Main says its own process id before it starts the worker.", FirstLine(Main), Start("hello")),
        new Law.Before("`joined` comes after the worker has ended.", End("hello"), Line(Main, "joined")),
    ];

    [Scenario("The tutorial's run, one step at a time")]
    public Scenario Canonical() => Play("bob").OneAtATime();

    [Scenario("Main introduces itself before it starts the worker")]
    public Scenario Main_first() => Play("alice")
        .Hold(FirstLine(Main))
        .Must(FirstLine(Main))
        .Never(Start("hello"))
        .Because("Main prints `main <own pid>` first, then it starts the worker.");

    [Scenario("`started` does not wait for the worker to do anything")]
    public Scenario Started_is_free() => Play("bob")
        .Hold(Start("hello"))
        .Must(Line(Main, StartingWith("started ")))
        .Never(Line(Main, "joined"))
        .Because("`started` is printed as soon as the worker is started, whatever the worker does.");

    [Scenario("The worker does not wait for main's `started`")]
    public Scenario Worker_is_free() => Play("A-1")
        .Hold(Line(Main, StartingWith("started ")))
        .Must(Line(Main, StartingWith("started ")), End("hello"))
        .Because("Main and the worker run side by side: the worker needs nothing from main.");

    [Scenario("`joined` is not printed while the worker still talks")]
    public Scenario Joined_waits_for_the_lines() => Play("0")
        .Hold(FirstLine("hello"))
        .Must(FirstLine("hello"))
        .Never(Line(Main, "joined"))
        .Because("`joined` comes after the worker's end.");

    [Scenario("`joined` waits for the worker's end, not for its last line")]
    public Scenario Joined_waits_for_the_end() => Play("bob")
        .Hold(Exit("hello"))
        .Must(Exit("hello"), Line(Main, StartingWith("started ")))
        .Never(Line(Main, "joined"))
        .Because("`joined` comes after the worker's end.");

    [Scenario("Someone else is greeted by another name")]
    public Scenario Another_name() => Play("Grace-Hopper-1906")
        .Because("The worker greets whoever the argument names.");
}
