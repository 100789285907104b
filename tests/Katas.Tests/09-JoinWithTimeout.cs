using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

/// <summary>
/// Whether the time is over first is the schedule's choice, so each scenario decides it: the worker is held until the time is over,
/// or the time is so long that the worker is over first.
/// </summary>
[Kata("09-join-with-timeout", Deterministic = true)]
public sealed class JoinWithTimeout : KataSpec
{
    private const string WithoutLimit = "After `still running` main waits without a limit.";

    protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing.Worker("slow", "working").Main("finished 0");

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
        [new Law.Before("`finished` comes after the worker has ended.", End("slow"), Line(Main, StartingWith("finished")))];

    [Scenario("No time to wait, one step at a time")]
    public Scenario Canonical() => WaitInVain("0").OneAtATime();

    [Scenario("The worker is over in time")]
    public Scenario In_time() => Play("1000000000").MainMayWaitByTimeUntil(End("slow"))
        .Because("A worker that ends early ends the wait early, and then nothing is `still running`.");

    [Scenario("The time is over while the worker has not begun")]
    public Scenario Not_begun() => WaitInVain("200")
        .Hold(Start("slow"))
        .Must(Line(Main, "still running"))
        .Never(Line(Main, StartingWith("finished")))
        .Because("When the time is over and the worker is not, main says `still running`.");

    [Scenario("The time is over while the worker is about to print")]
    public Scenario Not_printed() => WaitInVain("1")
        .Hold(FirstLine("slow"))
        .Must(FirstLine("slow"), Line(Main, "still running"))
        .Never(Line(Main, StartingWith("finished")))
        .Because(WithoutLimit);

    [Scenario("A worker that has printed but not ended is still running")]
    public Scenario Not_ended() => WaitInVain("100")
        .Hold(Exit("slow"))
        .Must(Exit("slow"), Line(Main, "still running"))
        .Never(Line(Main, StartingWith("finished")))
        .Because("Running means: not ended. A worker's last line is not its end.");

    [Scenario("No time at all")]
    public Scenario Zero() => WaitInVain("0")
        .Hold(Start("slow"))
        .Must(Line(Main, "still running"), Start("slow"))
        .Never(Line(Main, StartingWith("finished")))
        .Because("With 0 main does not wait: the worker is still running.");

    [Scenario("Less than no time counts as 0")]
    public Scenario Negative() => WaitInVain("-1")
        .Hold(Start("slow"))
        .Must(Line(Main, "still running"))
        .Never(Line(Main, StartingWith("finished")))
        .Because("A negative time counts as 0; -1 does not mean for ever.");

    [Scenario("Much less than no time counts as 0")]
    public Scenario Very_negative() => WaitInVain("-2500")
        .Hold(Exit("slow"))
        .Must(Line(Main, "still running"))
        .Never(Line(Main, StartingWith("finished")))
        .Because("A negative time counts as 0.");

    [Scenario("The worker ends in the second wait")]
    public Scenario Second_wait() => WaitInVain("50")
        .Hold(Exit("slow"))
        .Must(Exit("slow"), Line(Main, "still running"))
        .Release(Exit("slow"))
        .Must(Line(Main, "finished 0"), End("slow"))
        .Because(WithoutLimit);

    [Scenario("The real exit code, also when the worker was killed")]
    public Scenario Killed() => WaitInVain("100")
        .Hold(Start("slow"))
        .Must(Line(Main, "still running"), Start("slow"))
        .Kill("slow")
        .Ending(Outcome.Nothing
            .WithWorkers("slow").Ends("slow", Ending.Killed)
            .Main("still running", "finished 137"))
        .Because("`finished` names the real exit code; main itself returns 0.");

    private Scenario WaitInVain(string milliseconds) => Play(milliseconds)
        .MainMayWaitByTimeUntil(Line(Main, "still running"))
        .Ending(Outcome.Nothing.Worker("slow", "working").Main("still running", "finished 0"));
}
