using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("23-pool-map")]
public sealed class PoolMap : KataSpec
{
    private static readonly Point AnyTask = Line(AnyWorker, StartingWith("task "));

    protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing
        .WithWorkers(Enumerable.Range(1, int.Parse(args[0])).Select(i => $"p{i}"))
        .Items(AnyWorker, LineOrder.Any, args.Skip(1).Select(x => $"task {x}"))
        .Main($"[{string.Join(", ", args.Skip(1).Select(x => int.Parse(x) * int.Parse(x)))}]");

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
        args.Count == 1 ? [] : [new Law.Before("Main's line comes after the last result.", AnyTask, FirstLine(Main), args.Count - 1)];

    [Scenario("Two workers and the tasks 2, 3, 2, one step at a time")]
    public Scenario Canonical() => Play("2", "2", "3", "2").OneAtATime();

    [Scenario("Main's first thread goes on before its others, and the list is whole all the same")]
    public Scenario Nothing_is_forgotten() => Play("2", "5", "6")
        .Hold(AnyTask)
        .Exactly(2, AnyTask)
        .OtherThreadsLag(Main)
        .Because("Main prints its line after the last result has arrived.");

    [Scenario("A held task holds up no other task")]
    public Scenario A_held_task() => Play("2", "1", "2", "3", "4", "5")
        .Hold(Task(1))
        .Must(Task(1), Task(2), Task(3), Task(4), Task(5))
        .Never(FirstLine(Main))
        .Because("Whoever is done asks for the next task: a held task holds up no other.");

    [Scenario("What a busy worker has not begun is left for one that comes late")]
    public Scenario Late_beside_busy() => Play("2", "1", "2", "3", "4")
        .Hold(Start("p2"), FirstLine("p1"))
        .Must(Start("p2"), FirstLine("p1"))
        .Release(Start("p2"))
        .Must(Exactly(4, AnyTask))
        .Never(FirstLine(Main))
        .Because("Whoever is done asks for the next task: a held task holds up no other.");

    [Scenario("Three workers have three tasks in hand at a time")]
    public Scenario As_many_as_workers() => Play("3", "1", "2", "3", "4", "5")
        .Hold(AnyTask)
        .Exactly(3, AnyTask)
        .Never(FirstLine(Main))
        .Because("All workers are there, and each does one task at a time.");

    [Scenario("A worker that is still starting holds up no task and no result")]
    public Scenario The_first_is_late() => Play("2", "1", "2", "3")
        .Hold(Start("p1"))
        .Must(Exactly(3, Line("p2", StartingWith("task "))), Line(Main, "[1, 4, 9]"))
        .Never(Exit(Main))
        .Because("A worker that is held at its start holds up nothing but main's end.");

    [Scenario("The same, when it is the last worker that is late")]
    public Scenario The_last_is_late() => Play("3", "4", "5", "6", "7")
        .Hold(Start("p3"))
        .Must(Exactly(4, AnyTask), Line(Main, "[16, 25, 36, 49]"))
        .Never(Exit(Main))
        .Because("A worker that is held at its start holds up nothing but main's end.");

    [Scenario("Main's line waits for the last result, not for the last hand-out")]
    public Scenario The_last_result() => Play("2", "5", "6")
        .Hold(Task(6))
        .Must(Task(5), Task(6))
        .Never(FirstLine(Main))
        .Because("Main's line comes after the last result.");

    [Scenario("The first worker is done while the second is still at its task")]
    public Scenario The_second_is_slow() => OneIsSlow("p1");

    [Scenario("The second worker is done while the first is still at its task")]
    public Scenario The_first_is_slow() => OneIsSlow("p2");

    [Scenario("The tasks are over in the opposite order, the results are not")]
    public Scenario Opposite_order() => Play("3", "9", "8", "7")
        .Hold(Task(9), Task(8), Task(7))
        .Must(Task(9), Task(8), Task(7))
        .Release(Task(7))
        .Release(Task(8))
        .Never(FirstLine(Main))
        .Release(Task(9))
        .Must(Line(Main, "[81, 64, 49]"))
        .Because("The results stand in the order of the input, whoever is done first.");

    [Scenario("Equal inputs are separate tasks")]
    public Scenario Equal_inputs() => Play("2", "2", "2", "2")
        .Hold(Task(2))
        .Exactly(2, Task(2))
        .Because("Equal inputs are separate tasks: each is done once.");

    [Scenario("No input: an empty list, and all workers all the same")]
    public Scenario No_input() => Play("3").Because("Exactly as many workers as the first argument says, and `[]` for no input.");

    [Scenario("More workers than tasks")]
    public Scenario More_workers_than_tasks() => Play("4", "7")
        .Hold(Task(7))
        .Must(Start("p1"), Start("p2"), Start("p3"), Start("p4"), Task(7))
        .Because("Exactly as many workers as the first argument says, however many tasks there are.");

    [Scenario("One worker does everything")]
    public Scenario One_worker() => Play("1", "0", "-3", "100").Because("The results stand in the order of the input.");

    [Scenario("Main ends last")]
    public Scenario Main_joins() => Play("2", "1", "2")
        .Hold(Exit("p2"))
        .Must(Exit("p2"))
        .Never(Exit(Main))
        .Because("Main joins every worker.");

    [Scenario("Two pools at the same time")]
    public Scenario Two_runs() => TwoRuns(["2", "1", "2", "3"], Task(2), ["3", "4", "5"]);

    private Scenario OneIsSlow(string quick) => Play("2", "5", "6")
        .Hold(AnyTask)
        .Exactly(2, AnyTask)
        .ReleaseOne(Line(quick, StartingWith("task ")))
        .Never(FirstLine(Main))
        .Because("Main's line comes after the last result.");

    private static Point Task(int x) => Line(AnyWorker, $"task {x}");
}
