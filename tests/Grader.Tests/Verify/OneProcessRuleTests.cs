using FluentAssertions;
using Grader.Contract;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class OneProcessRuleTests
{
    [Fact]
    public void Main_that_prints_the_line_of_a_worker_that_never_existed_does_its_work() =>
        Plays.Run(Plays.One()).Prints("main", "hello", "done").Ends("main").Over().Primary().Should().Be(Code.NotAProcess);

    [Fact]
    public void Main_that_prints_the_line_of_a_worker_that_does_nothing_does_its_work() =>
        Plays.Run(Plays.One()).Starts("a").Ends("a").Prints("main", "hello", "done").Ends("main").Over().Primary().Should().Be(Code.NotAProcess);

    [Fact]
    public void Right_results_without_any_silent_worker_are_mains_own_work() =>
        Plays.Run(Plays.Two()).Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.NotAProcess);

    [Fact]
    public void A_main_that_does_nothing_at_all_only_lacks_workers() =>
        Plays.Run(new Scenario([], Outcome.Nothing.Worker("a", "hello"))).Ends("main").Over().Primary().Should().Be(Code.WrongProcessCount);

    [Fact]
    public void A_line_of_a_worker_whose_output_goes_to_main_is_relayed() =>
        Plays.Run(Plays.One()).Starts("a", printsToMain: false).Ends("a").Prints("main", "hello", "done").Ends("main").Over().Primary().Should().Be(Code.RelayedOutput);

    [Fact]
    public void Lines_of_a_group_are_relayed_too()
    {
        var scenario = new Scenario([], Outcome.Nothing.WithWorkers("p1", "p2").PrintsInAnyOrder(Who.AnyWorker, "task 1", "task 2").Main("done"));
        Plays.Run(scenario).Starts("p1", printsToMain: false).Starts("p2", printsToMain: false).Ends("p1").Ends("p2").Prints("main", "task 1", "task 2", "done").Ends("main").Over()
            .Primary().Should().Be(Code.RelayedOutput);
    }

    [Fact]
    public void A_worker_whose_output_is_a_channel_is_right_as_long_as_it_has_nothing_to_print() =>
        Plays.Run(Plays.Two()).Starts("a", printsToMain: false).Ends("a").Starts("b").Ends("b").Prints("main", "done").Ends("main").Over().Codes().Should().BeEmpty();
}
