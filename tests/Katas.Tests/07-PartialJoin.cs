using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("07-partial-join", Deterministic = true)]
public sealed class PartialJoin : KataSpec
{
    private const string AfterC = "D is started after C has ended.";
    private const string CAlone = "D waits for C alone, neither for A nor for B.";
    private const string MainLast = "Main joins A, B and D as well, and ends last.";

    protected override Outcome Right(IReadOnlyList<string> args) =>
        new[] { "A", "B", "C", "D" }
            .Select((name, k) => (name, lines: Enumerable.Range(0, int.Parse(args[k])).Select(i => $"Process {k + 1}: {i}")))
            .Aggregate(Outcome.Nothing, (outcome, worker) => outcome.Worker(worker.name, worker.lines));

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
        [new Law.Before(AfterC, End("C"), Start("D"))];

    [Scenario("The tutorial's run, one step at a time")]
    public Scenario Canonical() => Play("4", "3", "4", "5").OneAtATime();

    [Scenario("A, B and C are alive at the same time")]
    public Scenario Alive_together() => Play("4", "3", "4", "5")
        .Hold(Start("A"), Start("B"), Start("C"))
        .Must(Start("A"), Start("B"), Start("C"))
        .Never(Start("D"))
        .Because("A, B and C run side by side: start all three before you wait for one.");

    [Scenario("D waits for the end of C, not for its last line")]
    public Scenario D_waits_for_C() => Play("4", "3", "4", "5")
        .Hold(Exit("C"))
        .Must(End("A"), End("B"), Exit("C"))
        .Never(Start("D"))
        .Because(AfterC);

    [Scenario("D does not wait for A or B to begin")]
    public Scenario D_is_free_of_starts() => Play("4", "3", "4", "5")
        .Hold(Start("A"), Start("B"))
        .Must(Start("D"), End("D"))
        .Never(Exit(Main))
        .Because(CAlone);

    [Scenario("D does not wait for A, which has still to end")]
    public Scenario D_is_free_of_A() => Play("2", "1", "3", "1")
        .Hold(Exit("A"))
        .Must(Exit("A"), End("D"))
        .Never(Exit(Main))
        .Because(CAlone);

    [Scenario("D does not wait for B, which has still to end")]
    public Scenario D_is_free_of_B() => Play("1", "2", "1", "3")
        .Hold(Exit("B"))
        .Must(Exit("B"), End("D"))
        .Never(Exit(Main))
        .Because(CAlone);

    [Scenario("Main waits for D")]
    public Scenario Main_waits_for_D() => Play("1", "0", "2", "3")
        .Hold(Exit("D"))
        .Must(End("A"), End("B"), Exit("D"))
        .Never(Exit(Main))
        .Because(MainLast);

    [Scenario("A count of 0 is a worker that prints nothing")]
    public Scenario Nothing_to_print() => Play("0", "0", "0", "0")
        .Hold(Exit("C"))
        .Must(End("A"), End("B"), Exit("C"))
        .Never(Start("D"))
        .Because("A worker with the count 0 is started, and waited for, like any other.");

    [Scenario("Each worker gets its own count")]
    public Scenario Own_counts() => Play("1", "12", "0", "2")
        .Because("The counts belong to A, B, C and D in this order.");
}
