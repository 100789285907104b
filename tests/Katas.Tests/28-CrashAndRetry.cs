using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

/// <summary>A worker that is killed at a line has not printed it: the line of a task that was tried three times appears once.</summary>
[Kata("28-crash-and-retry", Deterministic = true)]
public sealed class CrashAndRetry : KataSpec
{
    private static readonly Point AnyTask = Line(AnyWorker, StartingWith("task "));

    protected override Outcome Right(IReadOnlyList<string> args) =>
        args.Count == 0
            ? Outcome.Nothing.MaybeWorkers("w1").Main("[]")
            : After(0, [.. args], $"[{string.Join(", ", args.Select(x => int.Parse(x) * int.Parse(x)))}]");

    [Scenario("Nobody dies, one step at a time")]
    public Scenario Canonical() => Play("1", "2", "3").OneAtATime();

    [Scenario("A worker is killed in the middle, and the next one takes over its task")]
    public Scenario In_the_middle() => Play("1", "2", "3")
        .Ending(After(1, ["1", "2", "3"], "retry 2", "[1, 4, 9]"))
        .Hold(Task("w1", 2))
        .Exactly(1, Start(AnyWorker))
        .Kill("w1")
        .Because("A task whose worker died is tried again; a result that has arrived is not computed again.");

    [Scenario("A worker is killed at the very first task")]
    public Scenario At_the_first_task() => Play("4", "5")
        .Ending(After(1, ["4", "5"], "retry 4", "[16, 25]"))
        .Hold(Task("w1", 4))
        .Kill("w1")
        .Because("A task whose worker died is tried again.");

    [Scenario("A worker is killed at the very last task")]
    public Scenario At_the_last_task() => Play("4", "5")
        .Ending(After(1, ["4", "5"], "retry 5", "[16, 25]"))
        .Hold(Task("w1", 5))
        .Kill("w1")
        .Because("A task whose worker died is tried again.");

    [Scenario("The retried task comes before the remaining ones")]
    public Scenario Retried_task_first() => Play("1", "2", "3", "4")
        .Ending(After(1, ["1", "2", "3", "4"], "retry 2", "[1, 4, 9, 16]"))
        .Hold(Task("w1", 2), FirstLine("w2"))
        .Kill("w1")
        .Must(Task("w2", 2))
        .Never(Task("w2", 3), Start("w3"), Line(Main, StartingWith("[")))
        .Because("The retried task comes before the remaining ones, and there is one worker at a time.");

    [Scenario("Two workers die of a task, the third one does it")]
    public Scenario Two_deaths() => Play("1", "2", "3")
        .Ending(After(2, ["1", "2", "3"], "retry 2", "retry 2", "[1, 4, 9]"))
        .Hold(Task(AnyWorker, 2))
        .KillOneAt(Task(AnyWorker, 2))
        .KillOneAt(Task(AnyWorker, 2))
        .Because("A task is given up only after its third worker.");

    [Scenario("Three workers die of a task: it is given up, the others are done, and their deaths are counted anew")]
    public Scenario Three_deaths() => Play("1", "2", "3", "4")
        .Ending(After(4, ["1", "3", "4"], "retry 2", "retry 2", "giving up 2", "retry 3", "[1, ?, 9, 16]").Returns(Main, 1))
        .Hold(AnyTask)
        .ReleaseOne(AnyTask)
        .KillOneAt(AnyTask)
        .KillOneAt(AnyTask)
        .KillOneAt(AnyTask)
        .KillOneAt(AnyTask)
        .Because("After the third death `giving up`, `?` in place of the result, and exit code 1; every task has tries of its own.");

    [Scenario("The only task is given up")]
    public Scenario The_only_task() => Play("7")
        .Ending(Deaths(3, spare: true).Main("retry 7", "retry 7", "giving up 7", "[?]").Returns(Main, 1))
        .Hold(Task(AnyWorker, 7))
        .KillOneAt(Task(AnyWorker, 7))
        .KillOneAt(Task(AnyWorker, 7))
        .KillOneAt(Task(AnyWorker, 7))
        .Because("There is no endless retry.");

    [Scenario("Every task has deaths of its own, also when the inputs are equal")]
    public Scenario Deaths_are_counted_by_task() => Play("2", "2", "2")
        .Ending(After(3, ["2", "2", "2"], "retry 2", "retry 2", "retry 2", "[4, 4, 4]"))
        .Hold(Task(AnyWorker, 2))
        .KillOneAt(Task(AnyWorker, 2))
        .KillOneAt(Task(AnyWorker, 2))
        .ReleaseOne(Task(AnyWorker, 2))
        .KillOneAt(Task(AnyWorker, 2))
        .Because("A task is given up when it has taken three workers with it; equal inputs are separate tasks.");

    [Scenario("A task is given up, and one that is equal to it is done")]
    public Scenario An_equal_one_is_done() => Play("2", "2", "3")
        .Ending(After(3, ["2", "3"], withheld: ["2"], "retry 2", "retry 2", "giving up 2", "[?, 4, 9]").Returns(Main, 1))
        .Hold(Task(AnyWorker, 2))
        .KillOneAt(Task(AnyWorker, 2))
        .KillOneAt(Task(AnyWorker, 2))
        .KillOneAt(Task(AnyWorker, 2))
        .Because("Every task has tries of its own; equal inputs are separate tasks.");

    [Scenario("Two tasks are given up: main returns 1 all the same")]
    public Scenario Two_are_given_up() => Play("7", "8")
        .Ending(Deaths(6, spare: true).Main("retry 7", "retry 7", "giving up 7", "retry 8", "retry 8", "giving up 8", "[?, ?]").Returns(Main, 1))
        .Hold(AnyTask)
        .KillOneAt(AnyTask)
        .KillOneAt(AnyTask)
        .KillOneAt(AnyTask)
        .KillOneAt(AnyTask)
        .KillOneAt(AnyTask)
        .KillOneAt(AnyTask)
        .Because("Main returns 1 if any task was given up, however many.");

    [Scenario("Zero and negative numbers are inputs like any other, and their squares results")]
    public Scenario Zero_is_a_result() => Play("0", "-3", "1")
        .Because("Whatever the inputs, the list holds their squares.");

    [Scenario("The deaths of different tasks do not add up")]
    public Scenario Deaths_of_different_tasks() => Play("5", "6", "7", "8")
        .Ending(After(3, ["5", "6", "7", "8"], "retry 5", "retry 6", "retry 7", "[25, 36, 49, 64]"))
        .Hold(Task(AnyWorker, 5), Task(AnyWorker, 6), Task(AnyWorker, 7))
        .KillOneAt(Task(AnyWorker, 5))
        .ReleaseOne(Task(AnyWorker, 5))
        .KillOneAt(Task(AnyWorker, 6))
        .ReleaseOne(Task(AnyWorker, 6))
        .KillOneAt(Task(AnyWorker, 7))
        .Because("A task is given up when it has taken three workers with it itself.");

    [Scenario("A worker is killed before it has begun")]
    public Scenario At_the_start() => Play("1", "2")
        .Ending(After(1, ["1", "2"], "[1, 4]").MayPrint(Main, "retry 1"))
        .Hold(Start("w1"))
        .Must(Start("w1"))
        .Kill("w1")
        .Because("The death of a worker is noticed at any point; whether this one counts as a try is left open.");

    [Scenario("A worker is killed when all results have arrived")]
    public Scenario At_the_exit() => Play("1", "2")
        .Ending(Deaths(1, spare: true).Items(AnyWorker, LineOrder.AsListed, "task 1", "task 2").Main("[1, 4]"))
        .Hold(Exit("w1"))
        .Must(Exit("w1"))
        .Kill("w1")
        .Because("A result that has arrived is not computed again, however its worker ends.");

    [Scenario("No input: an empty list")]
    public Scenario No_input() => Play().Because("No input prints `[]`, with one worker or none.");

    [Scenario("Two runs at the same time")]
    public Scenario Two_runs() => TwoRuns(["1", "2"], Task("w1", 2), ["3", "4", "5"]);

    private static Point Task(Who who, int x) => Line(who, $"task {x}");

    /// <summary>So many workers were killed, one more did the rest; these tasks were printed in this order, and these are main's lines.</summary>
    private static Outcome After(int deaths, string[] tasks, params string[] main) => After(deaths, tasks, [], main);

    /// <param name="deaths">How many workers were killed.</param>
    /// <param name="tasks">What was printed.</param>
    /// <param name="withheld">The tasks that were given up, where others are equal to them.</param>
    /// <param name="main">Main's lines.</param>
    private static Outcome After(int deaths, string[] tasks, string[] withheld, params string[] main) => Deaths(deaths, spare: false)
        .WithWorkers($"w{deaths + 1}")
        .With(new LineRule(AnyWorker, [.. tasks.Select(Doing)], Items: true) { Withheld = [.. withheld.Select(Doing)] })
        .Main(main);

    private static string Doing(string task) => $"task {task}";

    private static Outcome Deaths(int deaths, bool spare)
    {
        string[] dead = [.. Enumerable.Range(1, deaths).Select(i => $"w{i}")];
        return dead.Aggregate(
            Outcome.Nothing.WithWorkers(dead).MaybeWorkers(spare ? [$"w{deaths + 1}"] : []),
            (outcome, name) => outcome.Ends(name, Ending.Killed));
    }
}
