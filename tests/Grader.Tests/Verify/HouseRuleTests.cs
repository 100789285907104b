using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class HouseRuleTests
{
    [Theory]
    [InlineData(Code.OutputLimit)]
    [InlineData(Code.ProcessLimit)]
    [InlineData(Code.TimeLimit)]
    [InlineData(Code.MemoryLimit)]
    [InlineData(Code.FileLimit)]
    public void A_guard_rail_is_the_finding_of_its_name(string code) =>
        Plays.Run(Plays.One()).Says(new Signal.LimitHit(code, "too much")).Over(RunEnd.Limit).Codes().Should().Equal(code);

    [Fact]
    public void A_false_message_is_forged() => Plays.RightOne(Plays.One()).Says(new Signal.Forged(null, "an unknown word")).Over().Codes().Should().Equal(Code.ForgedMessage);

    [Fact]
    public void A_false_message_ends_the_run_and_what_is_missing_after_it_is_no_finding() =>
        Plays.Run(Plays.One()).Starts("a").Says(new Signal.Forged(null, "an unknown word")).Dies("a", 9).Dies("main", 9).Over(RunEnd.Limit).Codes().Should().Equal(Code.ForgedMessage);

    [Fact]
    public void What_is_left_behind_is_a_leftover() => Plays.RightOne(Plays.One()).Says(new Signal.Leftover("tmp/queue.txt")).Over().Codes().Should().Equal(Code.Leftovers);

    [Fact]
    public void A_main_that_was_killed_could_not_tidy_up()
    {
        var scenario = new Scenario([], Outcome.Nothing.Ends(Who.Main, Ending.Killed)).Kill(Who.Main);
        Plays.Run(scenario).Step("main").Dies("main", 9).Says(new Signal.Leftover("socket")).Over().Codes().Should().BeEmpty();
    }

    [Fact]
    public void Neither_could_a_run_that_was_cut_short() =>
        Plays.Run(Plays.One()).Starts("a").Says(new Signal.Leftover("socket")).Over(RunEnd.Deadlock).Codes().Should().Equal(Code.Deadlock);
}
