using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("24-imap-unordered")]
public sealed class ImapUnordered : KataSpec
{
    private static readonly Point AnyTask = Line(AnyWorker, StartingWith("task "));
    private static readonly Point AnyResult = Line(Main, StartingWith("result "));
    private static readonly Point Done = Line(Main, "done");

    protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing
        .WithWorkers(Enumerable.Range(1, int.Parse(args[0])).Select(i => $"p{i}"))
        .Items(AnyWorker, LineOrder.Any, args.Skip(1).Select(x => $"task {x}"))
        .Items(Main, LineOrder.Any, Numbers(args).Select(x => $"result {x * x}"))
        .Main("done");

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
    [
        .. args.Count > 1 ? [new Law.Before("`done` comes after the last result.", AnyResult, Done, args.Count - 1)] : Array.Empty<Law>(),
        // Where 2 and -2 are both there, `result 4` does not tell whose it is.
        .. Numbers(args).Distinct().GroupBy(x => x * x).Where(same => same.Count() == 1)
            .Select(only => new Law.Before("A result comes when its task is over.", Task(only.Single()), Result(only.Single()))),
    ];

    [Scenario("Two workers and the tasks 1, 2, 3, one step at a time")]
    public Scenario Canonical() => Play("2", "1", "2", "3").OneAtATime();

    [Scenario("The tasks are over in the order 1, 2, 3, and so are the results")]
    public Scenario Ends_123() => Ends(1, 2, 3);

    [Scenario("The tasks are over in the order 1, 3, 2, and so are the results")]
    public Scenario Ends_132() => Ends(1, 3, 2);

    [Scenario("The tasks are over in the order 2, 1, 3, and so are the results")]
    public Scenario Ends_213() => Ends(2, 1, 3);

    [Scenario("The tasks are over in the order 2, 3, 1, and so are the results")]
    public Scenario Ends_231() => Ends(2, 3, 1);

    [Scenario("The tasks are over in the order 3, 1, 2, and so are the results")]
    public Scenario Ends_312() => Ends(3, 1, 2);

    [Scenario("The tasks are over in the order 3, 2, 1, and so are the results")]
    public Scenario Ends_321() => Ends(3, 2, 1);

    [Scenario("Main's first thread goes on before its others, and `done` is last all the same")]
    public Scenario Done_is_last() => Play("2", "5", "6")
        .Hold(AnyTask)
        .Exactly(2, AnyTask)
        .OtherThreadsLag(Main)
        .Because("`done` comes after the last result.");

    [Scenario("Of main's threads the one started last goes last, and `done` is last all the same")]
    public Scenario Done_is_last_after_all() => Play("2", "5", "6")
        .Hold(AnyTask)
        .Exactly(2, AnyTask)
        .OtherThreadsLagOldestFirst(Main)
        .Because("`done` comes after the last result.");

    [Scenario("A held task holds up no other result")]
    public Scenario A_held_task() => Play("2", "1", "2", "3", "4")
        .Hold(Task(1))
        .Must(Result(2), Result(3), Result(4))
        .Never(Result(1), Done)
        .Because("Each result is printed as it arrives: a held task holds up no other.");

    [Scenario("What a busy worker has not begun is left for one that comes late")]
    public Scenario Late_beside_busy() => Play("2", "1", "2", "3", "4")
        .Hold(Start("p2"), FirstLine("p1"))
        .Must(Start("p2"), FirstLine("p1"))
        .Release(Start("p2"))
        .Must(Exactly(3, AnyResult))
        .Never(Done)
        .Because("Each result is printed as it arrives: a held task holds up no other.");

    [Scenario("A result does not wait for the worker's next task")]
    public Scenario One_result_at_a_time() => Play("1", "1", "2", "3", "4")
        .Hold(AnyTask)
        .Exactly(1, AnyTask)
        .Never(AnyResult)
        .ReleaseOne(AnyTask)
        .Must(Exactly(2, AnyTask), Exactly(1, AnyResult))
        .ReleaseOne(AnyTask)
        .Must(Exactly(3, AnyTask), Exactly(2, AnyResult))
        .Because("Each result is printed as soon as its task is over.");

    [Scenario("A worker that is still starting holds up no result")]
    public Scenario A_late_worker() => Play("2", "1", "2", "3")
        .Hold(Start("p1"))
        .Must(Result(1), Result(2), Result(3))
        .Never(Exit(Main))
        .Because("A worker that is held at its start holds up no result.");

    [Scenario("While main prints a result, a worker still gets its next task")]
    public Scenario Main_prints() => Play(["1", .. Enumerable.Range(0, 30).Select(i => $"{i}")])
        .Hold(FirstLine(Main))
        .Must(FirstLine(Main), Exactly(30, AnyTask))
        .Because("Whoever asks gets his next task, also while main is printing a result.");

    [Scenario("No input: `done` and nothing else")]
    public Scenario No_input() => Play("2").Because("Exactly as many workers as the first argument says, and `done` after the last result.");

    [Scenario("Equal inputs, and inputs with equal squares, are separate tasks")]
    public Scenario Equal_inputs() => Play("2", "2", "2", "-2")
        .Hold(Task(2))
        .Exactly(2, Task(2))
        .Because("Equal inputs are separate tasks: each has its own result.");

    [Scenario("More workers than tasks")]
    public Scenario More_workers_than_tasks() => Play("4", "5")
        .Hold(Task(5))
        .Must(Start("p1"), Start("p2"), Start("p3"), Start("p4"), Task(5))
        .Never(Done)
        .Because("Exactly as many workers as the first argument says, however many tasks there are.");

    [Scenario("Two pools at the same time")]
    public Scenario Two_runs() => TwoRuns(["2", "1", "2", "3"], Task(2), ["2", "4", "5"]);

    private Scenario Ends(int first, int second, int third) => Play("3", "1", "2", "3")
        .Hold(Task(1), Task(2), Task(3))
        .Must(Task(1), Task(2), Task(3))
        .Never(AnyResult)
        .Release(Task(first))
        .Must(Result(first))
        .Never(Result(second), Result(third), Done)
        .Release(Task(second))
        .Must(Result(second))
        .Never(Result(third), Done)
        .Because("Each result is printed as soon as its task is over.");

    private static Point Task(int x) => Line(AnyWorker, $"task {x}");

    private static Point Result(int x) => Line(Main, $"result {x * x}");

    private static IEnumerable<int> Numbers(IReadOnlyList<string> args) => args.Skip(1).Select(int.Parse);
}
