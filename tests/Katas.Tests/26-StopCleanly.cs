using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

/// <summary>What `stopping` and `stopped` have to come before and after is in the laws: the scenarios only hold whoever they speak of.</summary>
[Kata("26-stop-cleanly", Deterministic = true)]
public sealed class StopCleanly : KataSpec
{
    private static readonly Point Working = Line(AnyWorker, "working");
    private static readonly Point CleaningUp = Line(AnyWorker, "cleaning up");
    private static readonly Point Stopping = Line(Main, "stopping");
    private static readonly Point Stopped = Line(Main, "stopped");

    protected override Outcome Right(IReadOnlyList<string> args) => Enumerable.Range(1, int.Parse(args[0]))
        .Aggregate(Outcome.Nothing, (outcome, i) => outcome.Worker($"w{i}", "working", "cleaning up"))
        .Main("stopping", "stopped");

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) => args[0] == "0" ? [] :
    [
        new Law.Before("`stopping` comes before every `cleaning up`.", Stopping, CleaningUp),
        new Law.Before("`stopped` comes after the last worker's end.", End(AnyWorker), Stopped, int.Parse(args[0])),
    ];

    [Scenario("Three workers and a SIGTERM, one step at a time")]
    public Scenario Canonical() => Play("3").Terminate(Main).OneAtATime();

    [Scenario("Until the signal comes everybody works")]
    public Scenario Nothing_without_a_signal() => Play("3")
        .Exactly(3, Working)
        .Never(FirstLine(Main), Exit(AnyWorker), Exit(Main))
        .Terminate(Main)
        .Must(End(Main))
        .Because("The workers wait until main is asked to stop.");

    [Scenario("SIGINT is obeyed like SIGTERM")]
    public Scenario Interrupted() => Play("2").Interrupt(Main).Must(End(Main)).Because("Main stops on SIGTERM and on SIGINT.");

    [Scenario("While main says `stopping`, nobody cleans up yet")]
    public Scenario Stopping_first() => Play("3")
        .Hold(Stopping)
        .Terminate(Main)
        .Must(Stopping)
        .Because("`stopping` comes before every `cleaning up`.");

    [Scenario("`stopped` waits for the end of the first worker")]
    public Scenario Waits_for_the_first() => Play("2")
        .Hold(Exit("w1"))
        .Terminate(Main)
        .Must(Exit("w1"))
        .Because("`stopped` comes after the last worker's end, not after its last line.");

    [Scenario("`stopped` waits for the end of the last worker")]
    public Scenario Waits_for_the_last() => Play("3")
        .Hold(Exit("w3"))
        .Terminate(Main)
        .Must(Exit("w3"))
        .Because("`stopped` comes after the last worker's end, not after its last line.");

    [Scenario("A second SIGTERM changes nothing")]
    public Scenario Second_signal() => Play("2")
        .Hold(Line("w1", "cleaning up"))
        .Terminate(Main)
        .Must(Stopping, Line("w1", "cleaning up"))
        .Terminate(Main)
        .AtLeast(1, Stopping)
        .Because("A second signal between `stopping` and `stopped` changes nothing.");

    [Scenario("A SIGINT after the SIGTERM changes nothing")]
    public Scenario Second_signal_of_the_other_kind() => Play("2")
        .Hold(Exit("w2"))
        .Terminate(Main)
        .Must(Stopping, Exit("w2"))
        .Interrupt(Main)
        .AtLeast(1, Stopping)
        .Because("A second signal between `stopping` and `stopped` changes nothing.");

    [Scenario("A second SIGINT changes nothing")]
    public Scenario Second_interrupt() => Play("2")
        .Hold(Line("w1", "cleaning up"))
        .Interrupt(Main)
        .Must(Stopping, Line("w1", "cleaning up"))
        .Interrupt(Main)
        .AtLeast(1, Stopping)
        .Because("A second signal between `stopping` and `stopped` changes nothing.");

    [Scenario("A second signal just before `stopped` changes nothing")]
    public Scenario Late_second_signal() => Play("1")
        .Hold(Stopped)
        .Interrupt(Main)
        .Must(Stopped)
        .Terminate(Main)
        .AtLeast(1, Stopping)
        .Because("A second signal between `stopping` and `stopped` changes nothing.");

    [Scenario("No workers: main still waits for its signal")]
    public Scenario No_workers() => Play("0")
        .Must(Parked(Main))
        .Never(Stopping)
        .Terminate(Main)
        .Must(End(Main))
        .Because("Main stops when it is asked to, and not before.");

    [Scenario("Many workers")]
    public Scenario Many() => Play("8").Terminate(Main).Because("Each worker cleans up and returns 0.");

    [Scenario("Two runs at the same time: a signal for one is none for the other")]
    public Scenario Two_runs() => Play("2")
        .StartOther(["1"], Right(["1"]))
        .Terminate(Who.Other(Main))
        .Must(End(Who.Other(Main)))
        .Never(FirstLine(Main), Exit(AnyWorker))
        .Terminate(Main)
        .Must(End(Main))
        .Because("Two runs of the program at the same time do not disturb each other.");
}
