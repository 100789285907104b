using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class WaitingRuleTests
{
    [Fact]
    public void When_main_and_a_worker_wait_for_ever_it_is_a_deadlock()
    {
        var finding = Judge.On(Plays.Run(Plays.Two()).Starts("a").Starts("b").Ends("b").Over(RunEnd.Deadlock)).Findings.Single();
        finding.Code.Should().Be(Code.Deadlock);
        finding.Message.Should().Contain("main and a wait for ever");
    }

    [Fact]
    public void Whoever_polls_polls() =>
        Plays.Run(Plays.One()).Starts("a").Polls("main").Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.Polling);

    [Fact]
    public void A_run_in_which_nothing_but_polling_moves_is_polling() => Plays.Run(Plays.Two()).Starts("a").Starts("b").Over(RunEnd.Polling).Codes().Should().Equal(Code.Polling);

    [Fact]
    public void Main_never_waits_by_time() =>
        Plays.Run(Plays.One()).Starts("a").WaitsByTime("main").Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.TimedWait);

    [Fact]
    public void The_finding_points_at_the_learners_line()
    {
        var finding = Judge.On(Plays.RightOne(Plays.One()).WaitsByTime("main").Over()).Findings.Single();
        (finding.File, finding.Line).Should().Be(("Program.cs", 7));
    }

    [Fact]
    public void Main_may_wait_by_time_where_the_kata_says_so_and_only_until_then()
    {
        var scenario = new Scenario([], Outcome.Nothing.Main("still running", "finished")).MainMayWaitByTimeUntil(Point.Line(Who.Main, "still running"));
        Plays.Run(scenario).WaitsByTime("main").Prints("main", "still running", "finished").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Prints("main", "still running").WaitsByTime("main").Prints("main", "finished").Ends("main").Over().Codes().Should().Equal(Code.TimedWait);
    }

    [Fact]
    public void A_worker_may_pretend_to_work() =>
        Plays.Run(Plays.One()).Starts("a").WaitsByTime("a").Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().BeEmpty();

    [Fact]
    public void A_worker_that_waits_by_time_in_place_of_waiting_is_found_by_what_it_does_next()
    {
        var scenario = new Scenario([], Outcome.Nothing.Worker("a", "x").Worker("b", "y"))
        {
            Name = "b after a",
            Laws = [new Law.Before("y comes after x.", Point.Line("a", "x"), Point.Line("b", "y"))],
        };
        Plays.Run(scenario).Starts("a").Starts("b").WaitsByTime("b").Prints("b", "y").Prints("a", "x").Ends("a").Ends("b").Ends("main").Over()
            .Codes().Should().Equal(Code.TimedWait, Code.TooEarly);
    }

    [Fact]
    public void A_worker_that_waits_by_time_for_longer_than_work_may_take_is_found()
    {
        Plays.Run(Plays.One()).Starts("a").WaitsByTime("a").WaitsByTime("a", tooLong: true).Over(RunEnd.Timed).Codes().Should().Equal(Code.TimedWait);
    }

    [Fact]
    public void A_run_that_only_a_workers_time_could_move_is_unknown() =>
        Judge.On(Plays.Run(Plays.One()).Starts("a").WaitsByTime("a").Over(RunEnd.Timed)).Verdict.Should().Be(Verdict.Unknown);

    [Fact]
    public void A_run_that_the_grader_lost_sight_of_is_unknown_with_its_reason()
    {
        var verdict = Judge.On(Plays.Run(Plays.One()).Starts("a").Over(RunEnd.Unknown, "/proc is not readable"));
        verdict.Verdict.Should().Be(Verdict.Unknown);
        verdict.Reason.Should().Be("/proc is not readable");
        verdict.Findings.Should().BeEmpty();
    }

    [Fact]
    public void What_is_proven_before_the_grader_lost_sight_is_a_failure_all_the_same() =>
        Judge.On(Plays.Run(Plays.One()).Starts("a").Prints("main", "done").Over(RunEnd.Unknown, "lost")).Verdict.Should().Be(Verdict.Failed);

    [Fact]
    public void Who_waits_by_time_and_crashes_dies_of_the_time_out()
    {
        Plays.Run(Plays.Two()).Starts("a").Starts("b").WaitsByTime("main").Dies("main", 6).Ends("a").Ends("b").Over().Primary().Should().Be(Code.TimedWait);
        Plays.Run(Plays.Two()).Starts("a").Starts("b").WaitsByTime("main").Dies("a", 6).Ends("b").Prints("main", "done").Ends("main").Over().Primary().Should().Be(Code.Crashed);
    }

    [Theory]
    [InlineData("Unhandled exception. System.TimeoutException: The operation has timed out.", Code.TimedWait)]
    [InlineData("Unhandled exception. System.Threading.Tasks.TaskCanceledException: A task was canceled.", Code.TimedWait)]
    [InlineData("Unhandled exception. System.InvalidOperationException: boom", Code.Crashed)]
    [InlineData("", Code.Crashed)]
    public void A_time_out_that_nobody_saw_is_known_by_its_exception(string words, string code) =>
        Plays.Run(Plays.Two()).Starts("a").Starts("b").Dies("main", 6).Ends("a").Ends("b").Says(new Signal.StandardError(words)).Over().Primary().Should().Be(code);
}
