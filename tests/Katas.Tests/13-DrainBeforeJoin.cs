using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("13-drain-before-join", Deterministic = true)]
public sealed class DrainBeforeJoin : KataSpec
{
    private const string AnySize = "Whatever the size, everything arrives: main reads while the worker writes, and joins afterwards.";
    private const string ExitIsLast = "`exit <code>` comes after the worker's end.";

    protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing
        .Worker("big").SendsToMain("big")
        .Main($"received {args[0]} and {args[0]}", "exit 0");

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
        [new Law.Before(ExitIsLast, End("big"), Line(Main, StartingWith("exit ")))];

    [Scenario("A few characters, one step at a time")]
    public Scenario Canonical() => Play("10").OneAtATime();

    [Scenario("Nothing at all")]
    public Scenario Nothing() => Play("0")
        .Because("The size may be 0.");

    [Scenario("One character")]
    public Scenario One() => Play("1")
        .Because(AnySize);

    [Scenario("As much as a pipe holds")]
    public Scenario A_pipe_full() => Play("65536")
        .Because(AnySize);

    [Scenario("One character more than a pipe holds")]
    public Scenario One_more_than_a_pipe_holds() => Play("65537")
        .Because(AnySize);

    [Scenario("Ten million characters")]
    public Scenario Very_much() => Play("10000000")
        .Because(AnySize);

    [Scenario("The exit code is said after the worker's end, not after its output's end")]
    public Scenario Exit_waits_for_the_end() => Play("70000")
        .Hold(Exit("big"))
        .Must(Exit("big"))
        .Never(Line(Main, StartingWith("exit ")), Exit(Main))
        .Because(ExitIsLast);

    [Scenario("A worker is killed when it has sent everything: the code that is told is the real one")]
    public Scenario Killed_at_the_exit() => Play("7")
        .Hold(Exit("big"))
        .Must(Exit("big"))
        .Kill("big")
        .Ending(Outcome.Nothing
            .Worker("big").SendsToMain("big").Ends("big", Ending.Killed)
            .Main("received 7 and 7", "exit 137").Ends(Main, Ending.Any))
        .Because("`exit` names the real exit code: 137 for who was killed by SIGKILL.");

    [Scenario("Nothing has been received while the worker is still starting")]
    public Scenario Received_waits() => Play("5")
        .Hold(Start("big"))
        .Must(Start("big"), Parked(Main))
        .Never(FirstLine(Main))
        .Because("What is counted is what has arrived, not what was ordered.");

    [Scenario("Main's first thread goes on before its others, and everything is counted all the same")]
    public Scenario Counted_by_the_end() => Play("5000")
        .Hold(Start("big"))
        .Must(Start("big"))
        .OtherThreadsLag(Main)
        .Because("What is counted is what has arrived: all of it, before it is said.");

    [Scenario("Two runs at once do not mix their characters")]
    public Scenario Two_runs() => TwoRuns(["70000"], Start("big"), ["5"]);
}
