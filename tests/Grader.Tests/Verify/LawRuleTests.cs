using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class LawRuleTests
{
    private static readonly Scenario Lock = new([], Outcome.Nothing.Worker("a", "enter", "leave").Worker("b", "enter", "leave"))
    {
        Name = "lock",
        Laws = [new Law.Inside("Never are two inside.", Point.Line(Who.AnyWorker, "enter"), Point.Line(Who.AnyWorker, "leave"), 1)],
    };

    [Fact]
    public void The_end_of_somebody_who_was_never_seen_is_no_law_broken()
    {
        var scenario = new Scenario([], Outcome.Nothing.MaybeWorkers("a").Main("done")) { Name = "perhaps", Laws = [Plays.DoneAfterA] };
        Plays.Run(scenario).Prints("main", "done").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Starts("a").Prints("main", "done").Ends("a").Ends("main").Over().Codes().Should().Equal(Code.TooEarly);
    }

    [Fact]
    public void What_comes_before_it_may_is_too_early_and_the_message_says_why()
    {
        var finding = Judge.On(Plays.Run(Plays.One()).Starts("a").Prints("a", "hello").Prints("main", "done").Ends("a").Ends("main").Over()).Findings.Single();
        finding.Code.Should().Be(Code.TooEarly);
        finding.Message.Should().Contain("`done`").And.Contain("before a had ended").And.EndWith("`done` comes after a has ended.");
        finding.Role.Should().Be("main");
    }

    [Fact]
    public void A_law_about_several_counts_each_process_once()
    {
        var law = new Law.Before("`done` comes after both.", Point.End(Who.AnyWorker), Point.Line(Who.Main, "done"), 2);
        var scenario = Plays.Two().Obeys(law);
        Plays.Run(scenario).Starts("a").Starts("b").Ends("a").Ends("b").Prints("main", "done").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Starts("a").Starts("b").Ends("a").Prints("main", "done").Ends("b").Ends("main").Over().Codes().Should().Equal(Code.TooEarly);
    }

    [Fact]
    public void A_line_that_is_reached_is_not_over_until_it_is_printed()
    {
        var law = new Law.Before("After `hello`.", Point.Line("a", "hello"), Point.Line(Who.Main, "done"));
        Plays.Run(Plays.One().Obeys(law)).Starts("a").Reaches("a", Moment.Line, "hello").Reaches("main", Moment.Line, "done").Passes("main").Passes("a").Ends("a").Ends("main").Over()
            .Primary().Should().Be(Code.TooEarly);
    }

    [Fact]
    public void Of_those_who_come_too_early_in_one_moment_the_first_in_order_of_role_is_named()
    {
        var law = new Law.Before("After `done`.", Point.Line(Who.Main, "done"), Point.Line(Who.AnyWorker, "hello"));
        var run = Plays.Run(Plays.Two().Obeys(law)).Starts("a").Starts("b").Reaches("b", Moment.Line, "hello").Reaches("a", Moment.Line, "hello");
        var findings = Judge.On(run.Passes("b").Passes("a").Prints("main", "done").Ends("a").Ends("b").Ends("main").Over()).Findings;
        findings.Single(finding => finding.Code == Code.TooEarly).Role.Should().Be("a");
    }

    [Fact]
    public void Where_lines_go_around_the_gate_the_order_says_nothing()
    {
        var law = new Law.Before("After `begin`.", Point.Line(Who.Main, "begin"), Point.Start("a"));
        Plays.Run(Plays.One().Obeys(law)).Starts("a").Ends("a").Ends("main").Says(new Signal.StrayOutput("begin\n")).Over().Codes().Should().OnlyContain(code => code == Code.WrongOutput);
    }

    [Fact]
    public void Two_inside_is_too_early() =>
        Plays.Run(Lock).Starts("a").Starts("b").Prints("a", "enter").Prints("b", "enter").Prints("a", "leave").Prints("b", "leave").Ends("a").Ends("b").Ends("main").Over()
            .Codes().Should().Equal(Code.TooEarly);

    [Fact]
    public void One_after_the_other_is_right() =>
        Plays.Run(Lock).Starts("a").Starts("b").Prints("a", "enter").Prints("a", "leave").Prints("b", "enter").Prints("b", "leave").Ends("a").Ends("b").Ends("main").Over()
            .Codes().Should().BeEmpty();

    [Fact]
    public void Who_is_killed_inside_is_outside_from_the_kill_on()
    {
        var scenario = Lock.Hold(Point.Line("a", "leave")).KillOneAt(Point.Line("a", "leave")).Ending(Lock.Outcome.Ends("a", Ending.Killed));
        Plays.Run(scenario).Starts("a").Starts("b").Prints("a", "enter").Reaches("a", Moment.Line, "leave").Step("a")
            .Prints("b", "enter").Dies("a", 9).Prints("b", "leave").Ends("b").Ends("main").Over()
            .Codes().Should().BeEmpty();
    }

    [Fact]
    public void The_laws_do_not_speak_of_the_second_run()
    {
        var scenario = Plays.One().StartOther([], Outcome.Nothing.Main("done"));
        Plays.Run(scenario).Starts("a").Step().Starts("other main", parent: null).Prints("other main", "done").Ends("other main")
            .Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().BeEmpty();
    }
}
