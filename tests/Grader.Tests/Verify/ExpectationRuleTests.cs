using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class ExpectationRuleTests
{
    private static readonly Scenario AHeld = Plays.Two().Hold(Point.Start("a")).Must(Point.Start("b")).Never(Point.Exit(Who.Main));

    [Fact]
    public void What_must_have_happened_and_has_is_right() =>
        Plays.Run(AHeld).Comes("a").Starts("b").Ends("b").Step().Step().Passes("a").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().BeEmpty();

    [Fact]
    public void What_must_never_have_happened_and_has_is_too_early() =>
        Plays.Run(Plays.Two().Hold(Point.Start("a")).Never(Point.Start("b"))).Comes("a").Starts("b").Ends("b").Step()
            .Passes("a").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.TooEarly);

    [Fact]
    public void Main_that_leaves_before_its_workers_makes_orphans() =>
        Plays.Run(AHeld).Comes("a").Starts("b").Ends("b").Prints("main", "done").Reaches("main", Moment.Exit, code: 0).Step().Step()
            .Passes("a").Ends("a").Passes("main").IsGone("main", new ExitStatus(0, null)).Over().Codes().Should().Equal(Code.Orphan);

    [Fact]
    public void Main_that_leaves_too_early_but_last_is_too_early() =>
        Plays.Run(Plays.Two().Never(Point.Exit(Who.Main))).Starts("a").Ends("a").Starts("b").Ends("b").Prints("main", "done").Reaches("main", Moment.Exit, code: 0).Step()
            .Passes("main").IsGone("main", new ExitStatus(0, null)).Over().Codes().Should().Equal(Code.TooEarly);

    [Fact]
    public void What_comes_only_when_everything_is_released_waited_needlessly()
    {
        var finding = Judge.On(Plays.Run(AHeld).Comes("a").Step().Step().Passes("a").Ends("a").Starts("b").Ends("b").Prints("main", "done").Ends("main").Over()).Findings.Single();
        finding.Code.Should().Be(Code.NeedlessWait);
        finding.Message.Should().Contain("while a was held at its start");
        finding.Role.Should().Be("b");
    }

    [Fact]
    public void What_never_comes_because_of_a_deadlock_is_the_deadlock() =>
        Plays.Run(AHeld).Comes("a").Step().Step().Passes("a").Ends("a").Over(RunEnd.Deadlock).Codes().Should().Equal(Code.Deadlock);

    [Fact]
    public void What_never_comes_does_not_vanish_although_no_other_rule_names_it()
    {
        var scenario = new Scenario([], Outcome.Nothing.MaybeWorkers("a")) { Name = "optional" }.Must(Point.Start("a"));
        Plays.Run(scenario).Step().Ends("main").Over().Codes().Should().Equal(Code.WrongProcessCount);
    }

    [Fact]
    public void More_than_exactly_so_many_is_too_early_and_fewer_that_come_later_a_needless_wait()
    {
        var scenario = new Scenario([], Outcome.Nothing.Worker("a", "put 1", "put 2", "put 3")) { Name = "bounded" }.Exactly(2, Point.Line("a", Wording.Any));
        Plays.Run(scenario).Starts("a").Prints("a", "put 1", "put 2").Step().Prints("a", "put 3").Ends("a").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Starts("a").Prints("a", "put 1", "put 2", "put 3").Step().Ends("a").Ends("main").Over().Codes().Should().Equal(Code.TooEarly);
        Plays.Run(scenario).Starts("a").Prints("a", "put 1").Step().Prints("a", "put 2", "put 3").Ends("a").Ends("main").Over().Codes().Should().Equal(Code.NeedlessWait);
    }

    [Fact]
    public void Who_should_be_parked_and_went_on_is_too_early()
    {
        var scenario = new Scenario([], Outcome.Nothing.Worker("a")) { Name = "parked" }.Parked("a");
        Plays.Run(scenario).Starts("a").Step().Ends("a").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Starts("a").Ends("a").Step().Ends("main").Over().Codes().Should().Equal(Code.TooEarly);
    }

    [Fact]
    public void What_is_missing_while_a_worker_pretends_to_work_is_unknown()
    {
        var scenario = Plays.Two().Must(Point.End("b"));
        var trace = Plays.Run(scenario).Starts("a").Ends("a").Starts("b").WaitsByTime("b").Step(stillness: Stillness.Timed).Ends("b").Prints("main", "done").Ends("main").Over();
        Judge.On(trace).Verdict.Should().Be(Verdict.Unknown);
    }

    [Fact]
    public void A_step_that_finds_nobody_does_not_vanish()
    {
        var scenario = Plays.Two().Hold(Point.Exit("a")).Release(Point.Exit("a"));
        Plays.Run(scenario).Starts("a").IsGone("a", new ExitStatus(0, null)).Misses().Starts("b").Ends("b").Prints("main", "done").Ends("main").Over()
            .Codes().Should().NotBeEmpty();
    }

    [Fact]
    public void When_nobody_could_be_killed_the_outcome_after_the_death_is_not_asked_for()
    {
        var scenario = Plays.One().Hold(Point.Line("a", "hello")).KillOneAt(Point.Line("a", "hello")).Ending(Outcome.Nothing.WithWorkers("a").Returns(Who.Main, 1));
        Plays.Run(scenario).Starts("a").Misses().Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.NeedlessWait);
    }
}
