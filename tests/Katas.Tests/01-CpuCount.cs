using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("01-cpu-count", Deterministic = true)]
public sealed class CpuCount : KataSpec
{
    protected override Outcome Right(IReadOnlyList<string> args) => Right(args, 3);

    [Scenario("One worker for each of three CPUs, one step at a time")]
    public Scenario Canonical() => On(3, "each").OneAtATime();

    [Scenario("With three CPUs main says three")]
    public Scenario Three() => On(3)
        .Because("The number is what the program may use now: ask for it, do not write it down.");

    [Scenario("With five CPUs main says five")]
    public Scenario Five() => On(5)
        .Because("The number is what the program may use now: ask for it, do not write it down.");

    [Scenario("Bound to a single processor, main says one")]
    public Scenario Bound() => BoundToOne()
        .Because("A program that may run on one processor only can use one, however many the machine has.");

    [Scenario("Bound to a single processor, there is a single worker")]
    public Scenario Bound_each() => BoundToOne("each")
        .Because("A program that may run on one processor only can use one, however many the machine has.");

    [Scenario("All five workers are alive at the same time")]
    public Scenario Alive_together() => On(5, "each")
        .Hold(Start(AnyWorker))
        .Must([.. Enumerable.Range(0, 5).Select(i => (Expectation)Start($"cpu-{i}"))])
        .Exactly(5, Start(AnyWorker))
        .Because("All workers run side by side: start every one before you wait for one.");

    [Scenario("A worker that is slow to start holds up no other")]
    public Scenario Side_by_side() => On(3, "each")
        .Hold(Start("cpu-0"))
        .Must(End("cpu-1"), End("cpu-2"))
        .Never(Exit(Main))
        .Because("All workers run side by side, and main ends last.");

    [Scenario("Main joins the first worker too")]
    public Scenario Joins_the_first() => On(3, "each")
        .Hold(Exit("cpu-0"))
        .Must(Exit("cpu-0"), End("cpu-1"), End("cpu-2"))
        .Never(Exit(Main))
        .Because("Main joins every worker.");

    [Scenario("Main joins the last worker too")]
    public Scenario Joins_the_last() => On(3, "each")
        .Hold(Exit("cpu-2"))
        .Must(End("cpu-0"), End("cpu-1"), Exit("cpu-2"))
        .Never(Exit(Main))
        .Because("Main joins every worker.");

    private static Outcome Right(IReadOnlyList<string> args, int cpus) => args is ["each"]
        ? Enumerable.Range(0, cpus).Aggregate(Outcome.Nothing, (outcome, i) => outcome.Worker($"cpu-{i}", $"cpu {i} of {cpus}"))
        : Outcome.Nothing.Main($"Number of CPU's in this computer are: {cpus}");

    private Scenario On(int cpus, params ImmutableArray<string> args) =>
        Play(args).Variable("DOTNET_PROCESSOR_COUNT", $"{cpus}").Ending(Right(args, cpus));

    private Scenario BoundToOne(params ImmutableArray<string> args) =>
        Play(args).OnProcessors(1).Ending(Right(args, 1));
}
