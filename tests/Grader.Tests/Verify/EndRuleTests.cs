using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class EndRuleTests
{
    private static HandMade Worker(Outcome outcome) => Plays.Run(new Scenario([], outcome.WithWorkers("a")) { Name = "ends" }).Starts("a");

    [Fact]
    public void Another_exit_code_is_wrong() => Worker(Outcome.Nothing).Ends("a", 3).Ends("main").Over().Codes().Should().Equal(Code.WrongExitCode);

    [Fact]
    public void The_exit_code_that_is_asked_for_is_right() => Worker(Outcome.Nothing.Returns("a", 3)).Ends("a", 3).Ends("main").Over().Codes().Should().BeEmpty();

    [Fact]
    public void An_uncaught_exception_is_a_crash() => Worker(Outcome.Nothing).Dies("a", 6).Ends("main").Over().Codes().Should().Equal(Code.Crashed);

    [Fact]
    public void A_crash_that_is_asked_for_is_a_real_one()
    {
        Worker(Outcome.Nothing.Ends("a", Ending.Crash)).Dies("a", 6).Ends("main").Over().Codes().Should().BeEmpty();
        Worker(Outcome.Nothing.Ends("a", Ending.Crash)).Ends("a", 134).Ends("main").Over().Codes().Should().Equal(Code.WrongExitCode);
    }

    [Fact]
    public void Not_zero_is_a_code_or_a_signal()
    {
        Worker(Outcome.Nothing.Ends("a", Ending.NotZero)).Dies("a", 6).Ends("main").Over().Codes().Should().BeEmpty();
        Worker(Outcome.Nothing.Ends("a", Ending.NotZero)).Ends("a", 1).Ends("main").Over().Codes().Should().BeEmpty();
        Worker(Outcome.Nothing.Ends("a", Ending.NotZero)).Ends("a", 0).Ends("main").Over().Codes().Should().Equal(Code.WrongExitCode);
    }

    [Fact]
    public void An_exit_code_that_the_machine_hides_is_unknown_and_no_failure()
    {
        Judge.On(Worker(Outcome.Nothing).IsGone("a", ExitStatus.Unknown).Ends("main").Over()).Verdict.Should().Be(Verdict.Unknown);
        Judge.On(Worker(Outcome.Nothing.Ends("a", Ending.Any)).IsGone("a", ExitStatus.Unknown).Ends("main").Over()).Verdict.Should().Be(Verdict.Passed);
    }

    [Fact]
    public void Who_was_killed_by_a_step_did_not_choose_how_to_end()
    {
        var scenario = new Scenario([], Outcome.Nothing.WithWorkers("a").Returns(Who.AnyWorker, 1)).Kill("a");
        Plays.Run(scenario).Starts("a").Step("a").Dies("a", 9).Ends("main").Over().Codes().Should().BeEmpty();
    }

    [Fact]
    public void Who_crashes_before_a_step_could_kill_somebody_has_crashed_all_the_same()
    {
        var scenario = new Scenario([], Outcome.Nothing.WithWorkers("a", "b").Ends("a", Ending.Killed).Returns(Who.Main, 1)).Kill("a");
        Plays.Run(scenario).Starts("a").Starts("b").Dies("a", 6).Misses().Dies("b", 6).Ends("main").Over().Codes().Should().Equal(Code.Crashed);
    }

    [Fact]
    public void A_main_that_something_else_killed_is_unknown_and_no_failure()
    {
        Judge.On(Worker(Outcome.Nothing.Main("done")).Dies("main", 9).Dies("a", 9).Over()).Verdict.Should().Be(Verdict.Unknown);
        Judge.On(Worker(Outcome.Nothing.Main("done")).Dies("main", 9).Over(RunEnd.Deadlock)).Verdict.Should().Be(Verdict.Unknown);
    }

    [Fact]
    public void Main_that_ends_before_a_worker_leaves_an_orphan() =>
        Plays.Run(Plays.Two()).Starts("a").Starts("b").Ends("a").Prints("main", "done").Ends("main").Ends("b").Over().Codes().Should().Equal(Code.Orphan);

    [Fact]
    public void A_worker_that_waits_for_ever_after_mains_end_is_an_orphan_and_no_deadlock() =>
        Plays.Run(Plays.Two()).Starts("a").Starts("b").Ends("a").Prints("main", "done").Ends("main").Over(RunEnd.Deadlock).Codes().Should().Equal(Code.Orphan);

    [Fact]
    public void Where_main_may_end_first_only_who_never_ends_is_an_orphan()
    {
        var scenario = new Scenario([], Outcome.Nothing.WithWorkers("a").MainEndsFirst());
        Plays.Run(scenario).Starts("a").Ends("main").Ends("a").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Starts("a").Ends("main").Over(RunEnd.Deadlock).Codes().Should().Equal(Code.Orphan);
    }
}
