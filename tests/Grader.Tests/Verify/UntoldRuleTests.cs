using FluentAssertions;
using Grader.Contract;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class UntoldRuleTests
{
    private const string Secret = "1234567890";

    [Fact]
    public void A_worker_that_is_told_the_result_of_its_own_work_leaves_the_work_to_main() =>
        Told(Outcome.Nothing.FindsOut("a", Secret), $"[1, {Secret}]").Should().Equal(Code.NotAProcess);

    [Fact]
    public void A_worker_that_is_told_what_it_has_to_be_sent_has_it_too_early() =>
        Told(Outcome.Nothing.IsSent("a", Secret), Secret).Should().Equal(Code.TooEarly);

    [Fact]
    public void A_part_of_a_longer_word_is_another_word()
    {
        Told(Outcome.Nothing.IsSent("a", Secret), $"x{Secret}", $"{Secret}0").Should().BeEmpty();
        Told(Outcome.Nothing.IsSent("a", Secret), $"{Secret}0 {Secret}").Should().Equal(Code.TooEarly);
    }

    [Fact]
    public void What_is_short_may_stand_there_by_chance() => Told(Outcome.Nothing.FindsOut("a", "49"), "49").Should().BeEmpty();

    [Fact]
    public void Others_may_be_told() => Told(Outcome.Nothing.WithWorkers("b").IsSent("b", Secret), Secret).Should().Equal(Code.WrongProcessCount);

    private static string[] Told(Outcome outcome, params string[] arguments) =>
        Plays.Run(new Scenario([], outcome.WithWorkers("a"))).Starts("a", told: arguments).Ends("a").Ends("main").Over().Codes();
}
