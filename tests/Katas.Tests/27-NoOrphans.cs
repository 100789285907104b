using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("27-no-orphans", Deterministic = true)]
public sealed class NoOrphans : KataSpec
{
    private static readonly Point Working = Line(AnyWorker, "working");

    protected override Outcome Right(IReadOnlyList<string> args) => Workers(int.Parse(args[0])).Returns(Main, 0);

    [Scenario("Three workers, and the input ends, one step at a time")]
    public Scenario Canonical() => Play("3").CloseInput().OneAtATime();

    [Scenario("Until the input ends everybody works; then all go")]
    public Scenario Input_ends() => Play("3")
        .Exactly(3, Working)
        .Never(Exit(AnyWorker), Exit(Main))
        .CloseInput()
        .Must(End(Main), Exactly(3, End(AnyWorker)))
        .Because("Main ends at the end of its input, and every worker ends with it.");

    [Scenario("Main dies of SIGTERM")]
    public Scenario Terminated() => Play("3")
        .WithOpenInput()
        .Ending(Workers(3).Returns(Main, 143))
        .Terminate(Main)
        .Must(End(Main), Exactly(3, End(AnyWorker)))
        .Because("However main ends, every worker ends by itself.");

    [Scenario("Main is killed and can do nothing any more")]
    public Scenario Killed() => Play("3")
        .WithOpenInput()
        .Ending(Workers(3).Ends(Main, Ending.Killed))
        .Kill(Main)
        .Must(Exactly(3, End(AnyWorker)))
        .Because("However main ends, every worker ends by itself.");

    [Scenario("Main is killed while its worker is still starting")]
    public Scenario Killed_during_a_start() => Play("1")
        .WithOpenInput()
        .Ending(EarlyWorkers(1).Ends(Main, Ending.Killed))
        .Hold(Start("w1"))
        .Must(Start("w1"))
        .Kill(Main)
        .Because("Also a worker that was still starting when main died ends by itself.");

    [Scenario("Main is killed while the last of its workers is still starting")]
    public Scenario Killed_during_the_last_start() => Play("3")
        .WithOpenInput()
        .Ending(EarlyWorkers(3).Ends(Main, Ending.Killed))
        .Hold(Start("w3"))
        .Must(Start("w3"))
        .Kill(Main)
        .Because("Also a worker that was still starting when main died ends by itself.");

    [Scenario("Main dies of SIGTERM while a worker is about to print its line")]
    public Scenario Terminated_during_a_line() => Play("2")
        .WithOpenInput()
        .Ending(EarlyWorkers(2).Returns(Main, 143))
        .Hold(Line("w1", "working"))
        .Must(Line("w1", "working"))
        .Terminate(Main)
        .Because("However main ends, every worker ends by itself.");

    [Scenario("A worker dies: the others and main go on")]
    public Scenario A_worker_dies() => Play("3")
        .Kill("w2")
        .Must(End("w2"), Exactly(3, Working))
        .Never(End("w1"), End("w3"), Exit(Main))
        .CloseInput()
        .Must(End("w1"), End("w3"), End(Main))
        .Because("The death of one worker ends no other and not main.");

    [Scenario("The worker that was started last dies: the others and main go on")]
    public Scenario The_last_worker_dies() => Play("3")
        .Kill("w3")
        .Must(End("w3"), Exactly(3, Working))
        .Never(End("w1"), End("w2"), Exit(Main))
        .CloseInput()
        .Must(End("w1"), End("w2"), End(Main))
        .Because("The death of one worker ends no other and not main.");

    [Scenario("A worker dies, then main is killed: the others still notice")]
    public Scenario A_worker_dies_and_main_too() => Play("2")
        .WithOpenInput()
        .Ending(Workers(2).Ends(Main, Ending.Killed))
        .Kill("w1")
        .Never(End("w2"), Exit(Main))
        .Kill(Main)
        .Must(End("w2"))
        .Because("The death of one worker ends no other and not main; the death of main ends all.");

    [Scenario("No workers: main still waits for the end of its input")]
    public Scenario No_workers() => Play("0")
        .Must(Parked(Main))
        .Never(Exit(Main))
        .CloseInput()
        .Must(End(Main))
        .Because("Main waits until its standard input ends, then it ends.");

    [Scenario("A line of input is not its end")]
    public Scenario A_line_of_input() => Play("2")
        .Type("still here")
        .Type("")
        .Exactly(2, Working)
        .Never(Exit(AnyWorker), Exit(Main))
        .CloseInput()
        .Must(End(Main), Exactly(2, End(AnyWorker)))
        .Because("Main waits until its standard input ends, then it ends.");

    [Scenario("Many workers, and main is killed")]
    public Scenario Many() => Play("8")
        .WithOpenInput()
        .Ending(Workers(8).Ends(Main, Ending.Killed))
        .Exactly(8, Working)
        .Kill(Main)
        .Because("However main ends, every worker ends by itself.");

    [Scenario("Two runs at the same time: the death of one main ends only its own workers")]
    public Scenario Two_runs() => Play("2")
        .StartOther(["2"], Workers(2).Ends(Main, Ending.Killed))
        .Kill(Who.Other(Main))
        .Must(Exactly(2, End(Who.AnyOtherWorker)))
        .Never(End(AnyWorker), Exit(Main))
        .CloseInput()
        .Because("Two runs of the program at the same time do not disturb each other.");

    private static Outcome Workers(int n) => Names(n).Aggregate(Outcome.Nothing, (outcome, name) => outcome.Worker(name, "working")).Anyhow();

    /// <summary>Workers that main's death may reach before they have printed their line.</summary>
    private static Outcome EarlyWorkers(int n) =>
        Names(n).Aggregate(Outcome.Nothing.WithWorkers(Names(n)), (outcome, name) => outcome.MayPrint(name, "working")).Anyhow();

    private static IEnumerable<string> Names(int n) => Enumerable.Range(1, n).Select(i => $"w{i}");
}

file static class Endings
{
    /// <summary>The workers' exit codes are free, and main need not wait for them.</summary>
    public static Outcome Anyhow(this Outcome outcome) => outcome.MainEndsFirst().Ends(Who.AnyWorker, Ending.Any);
}
