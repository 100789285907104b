using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("07-partial-join", Deterministic = true)]
public sealed class PartialJoin : KataSpec
{
    protected override Outcome Right(IReadOnlyList<string> args) =>
        new[] { "A", "B", "C", "D" }
            .Select((name, k) => (name, lines: Enumerable.Range(0, int.Parse(args[k])).Select(i => $"Process {k + 1}: {i}")))
            .Aggregate(Outcome.Nothing, (outcome, worker) => outcome.Worker(worker.name, worker.lines));

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
        [new Law.Before("D starts after C has ended.", End("C"), Start("D"))];

    [Scenario("The tutorial's run, one step at a time")]
    public Scenario Canonical() => Play("4", "3", "4", "5").OneAtATime();

    [Scenario("A, B and C are alive at the same time")]
    public Scenario Alive_together() => Play("4", "3", "4", "5")
        .Hold(Start("A"), Start("B"), Start("C"))
        .Must(Start("A"), Start("B"), Start("C"))
        .Because("A, B and C run side by side: start all three before you wait for one.");

    [Scenario("D waits for the end of C, not for its last line")]
    public Scenario D_waits_for_C() => Play("4", "3", "4", "5")
        .Hold(Exit("C"))
        .Must(Exit("A"), Exit("B"), Exit("C"))
        .Never(Start("D"))
        .Because("D is started after C has ended.");

    [Scenario("D does not wait for A or B")]
    public Scenario D_is_free() => Play("4", "3", "4", "5")
        .Hold(Start("A"), Start("B"))
        .Must(Start("D"), End("D"))
        .Never(Exit(Main))
        .Because("D waits for C alone, neither for A nor for B; main ends last.");

    [Scenario("Main waits for D")]
    public Scenario Main_waits_for_D() => Play("1", "0", "2", "3")
        .Hold(Exit("D"))
        .Must(Exit("D"))
        .Never(Exit(Main))
        .Because("Main ends last.");
}
