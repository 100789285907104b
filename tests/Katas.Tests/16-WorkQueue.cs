using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("16-work-queue")]
public sealed class WorkQueue : KataSpec
{
    private const string Done = "`all tasks done` comes when all tasks are done, not when they are all taken.";
    private const string NoneAhead = "A task is handed out when a worker asks for it: who is busy or late keeps no task from the others.";
    private const string EndMark = "The end marks come after `all tasks done`: no worker ends before it.";

    private static readonly Point AnyTask = Line(AnyWorker, StartingWith("task "));
    private static readonly Point AllDone = Line(Main, "all tasks done");

    protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing
        .WithWorkers(Enumerable.Range(1, int.Parse(args[0])).Select(i => $"w{i}"))
        .Items(AnyWorker, LineOrder.Any, Enumerable.Range(1, int.Parse(args[1])).Select(i => $"task {i}"))
        .Main("all tasks done");

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args)
    {
        int tasks = int.Parse(args[1]);
        Law endMark = new Law.Before(EndMark, AllDone, Exit(AnyWorker));
        return tasks == 0 ? [endMark] : [endMark, new Law.Before(Done, AnyTask, AllDone, tasks)];
    }

    [Scenario("Two workers, three tasks, one step at a time")]
    public Scenario Canonical() => Play("2", "3").OneAtATime();

    [Scenario("No task")]
    public Scenario No_task() => Play("2", "0")
        .Because("Without a task all tasks are done.");

    [Scenario("More workers than tasks")]
    public Scenario More_workers_than_tasks() => Play("4", "2")
        .Because("Every worker gets its end mark, also one that never had a task.");

    [Scenario("One worker does everything")]
    public Scenario One_worker() => Play("1", "5")
        .Because("Each task is done once.");

    [Scenario("A worker that is busy holds up only its own task")]
    public Scenario Busy() => Play("2", "6")
        .Hold(Line(AnyWorker, "task 1"))
        .Must(Exactly(6, AnyTask))
        .Never(AllDone, Exit(AnyWorker))
        .Because(NoneAhead);

    [Scenario("What a busy worker has not begun is left for one that comes late")]
    public Scenario Late_beside_busy() => Play("2", "6")
        .Hold(Start("w2"), FirstLine("w1"))
        .Must(Start("w2"), FirstLine("w1"))
        .Release(Start("w2"))
        .Must(Exactly(6, AnyTask))
        .Never(AllDone)
        .Because(NoneAhead);

    [Scenario("Each of three busy workers has one task, and the rest waits")]
    public Scenario None_ahead() => Play("3", "5")
        .Hold(AnyTask)
        .Must(Exactly(3, AnyTask))
        .Never(AllDone)
        .ReleaseOne(AnyTask)
        .Must(Exactly(4, AnyTask))
        .Because(NoneAhead);

    [Scenario("A worker that is still starting takes nothing and delays nothing")]
    public Scenario Late() => Play("3", "7")
        .Hold(Start("w1"))
        .Must(Start("w1"), Exactly(7, AnyTask), AllDone)
        .Never(Exit(Main))
        .Because(NoneAhead);

    [Scenario("The last task has been taken, but it is not done")]
    public Scenario Last_task() => Play("2", "3")
        .Hold(Line(AnyWorker, "task 3"))
        .Must(Exactly(3, AnyTask))
        .Never(AllDone, Exit(AnyWorker))
        .Because(Done);

    [Scenario("Nobody ends before all tasks are done")]
    public Scenario Nobody_ends() => Play("3", "2")
        .Hold(AllDone)
        .Must(AllDone, Exactly(2, AnyTask), Parked("w1"), Parked("w2"), Parked("w3"))
        .Never(Exit(AnyWorker))
        .Because(EndMark);

    [Scenario("Two runs at once have two queues")]
    public Scenario Two_runs() => TwoRuns(["2", "3"], Start("w1"), ["1", "2"]);
}
