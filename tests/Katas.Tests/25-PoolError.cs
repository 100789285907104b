using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("25-pool-error")]
public sealed class PoolError : KataSpec
{
    private static readonly Point AnyTask = Line(AnyWorker, StartingWith("task "));

    protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing
        .WithWorkers(Enumerable.Range(1, int.Parse(args[0])).Select(i => $"p{i}"))
        .Items(AnyWorker, LineOrder.Any, args.Skip(1).Select(x => $"task {x}"))
        .Main(args.Skip(1).Select(Result))
        .Returns(Main, args.Skip(1).Contains("0") ? 1 : 0);

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
        [.. args.Skip(1).Distinct().Select(x => new Law.Before("What became of a task is said when it is known.", Task(x), Line(Main, Result(x))))];

    [Scenario("Two workers and the tasks 1, 0, 5, one step at a time")]
    public Scenario Canonical() => Play("2", "1", "0", "5").OneAtATime();

    [Scenario("The one worker survives the failing tasks and does the others")]
    public Scenario One_worker() => Play("1", "0", "5", "0", "6")
        .Because("A worker survives a failing task and takes the next one.");

    [Scenario("Every worker meets a failing task and goes on")]
    public Scenario Everybody_fails_once() => Play("2", "0", "0", "7", "8")
        .Hold(Task("0"))
        .Must(Task("0"))
        .Never(Line(Main, "0: failed"))
        .Because("A worker survives a failing task and takes the next one; a result is known when its task is over.");

    [Scenario("Nothing fails: main returns 0")]
    public Scenario Nothing_fails() => Play("2", "7", "60", "-8")
        .Because("The exit code is 1 if any task failed, else 0.");

    [Scenario("All tasks fail")]
    public Scenario All_fail() => Play("2", "0", "0", "0")
        .Because("The exit code is 1 if any task failed; nothing else ends because of it.");

    [Scenario("60 / 61 is 0, and that is no failure")]
    public Scenario Zero_is_a_result() => Play("1", "61", "0", "-60", "-61")
        .Because("A failure is told apart from every result.");

    [Scenario("The failing task is the last to be over")]
    public Scenario The_failure_is_late() => Play("2", "4", "0", "6")
        .Hold(Task("0"))
        .Must(Task("0"))
        .Never(Line(Main, "0: failed"), Exit(Main))
        .Release(Task("0"))
        .Must(End(Main))
        .Because("What became of a task is said when it is known, in the order of the input.");

    [Scenario("Main's first thread goes on before its others, and every result is right all the same")]
    public Scenario Nothing_is_forgotten() => Play("2", "5", "0")
        .Hold(AnyTask)
        .Exactly(2, AnyTask)
        .OtherThreadsLag(Main)
        .Because("What became of a task is said when it is known.");

    [Scenario("No input: nothing is printed")]
    public Scenario No_input() => Play("2").Because("Exactly as many workers as the first argument says; nothing failed.");

    [Scenario("More workers than tasks")]
    public Scenario More_workers_than_tasks() => Play("4", "0")
        .Because("Exactly as many workers as the first argument says, however many tasks there are.");

    [Scenario("Main ends last")]
    public Scenario Main_joins() => Play("2", "1", "0")
        .Hold(Exit("p1"))
        .Must(Exit("p1"))
        .Never(Exit(Main))
        .Because("Main joins every worker.");

    [Scenario("Two pools at the same time, and only one of them has a failing task")]
    public Scenario Two_runs() => TwoRuns(["2", "1", "0", "3"], Task("3"), ["2", "4", "5"]);

    private static Point Task(string x) => Line(AnyWorker, $"task {x}");

    private static string Result(string x) => x == "0" ? "0: failed" : $"{x}: {60 / int.Parse(x)}";
}
