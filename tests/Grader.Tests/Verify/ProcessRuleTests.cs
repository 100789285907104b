using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class ProcessRuleTests
{
    [Fact]
    public void A_right_program_passes() => Plays.RightOne(Plays.One()).Over().Codes().Should().BeEmpty();

    [Fact]
    public void Too_few_workers_are_a_wrong_process_count() =>
        Plays.Run(Plays.Two()).Starts("a").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.WrongProcessCount);

    [Fact]
    public void A_worker_that_starts_itself_again_is_a_wrong_process_count() =>
        Plays.Run(Plays.One()).Starts("a").Starts("a", parent: "a").Prints("a", "hello").Ends("a").Over(RunEnd.Deadlock)
            .Primary().Should().Be(Code.WrongProcessCount);

    [Fact]
    public void A_worker_of_an_unknown_name_is_a_wrong_process_count() =>
        Plays.RightOne(Plays.One()).Starts("b", parent: null).Ends("b").Over().Primary().Should().Be(Code.WrongProcessCount);

    [Fact]
    public void A_worker_without_a_name_is_a_wrong_process_count() =>
        Plays.Run(Plays.One()).Starts("(no name)").Ends("(no name)").Starts("a").Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over()
            .Codes().Should().Equal(Code.WrongProcessCount);

    [Fact]
    public void Workers_that_are_missing_because_of_a_deadlock_are_no_finding_of_their_own() =>
        Plays.Run(Plays.Two()).Starts("a").Over(RunEnd.Deadlock).Codes().Should().Equal(Code.Deadlock);

    [Fact]
    public void An_optional_worker_may_be_missing_or_there()
    {
        var scenario = new Scenario([], Outcome.Nothing.MaybeWorkers("a").Main("done"));
        Plays.Run(scenario).Prints("main", "done").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Starts("a").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().BeEmpty();
        Plays.Run(scenario).Starts("a").Ends("a").Starts("a").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.WrongProcessCount);
    }

    [Fact]
    public void Other_programs_are_no_workers() =>
        Plays.Run(Plays.One()).Starts("[kill]", isKata: false).Dies("[kill]", 9).Starts("a").Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over()
            .Codes().Should().BeEmpty();

    [Fact]
    public void A_worker_that_came_through_a_shell_has_the_wrong_parent() =>
        Plays.Run(Plays.One()).Starts("a", throughShell: true).Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over()
            .Codes().Should().Equal(Code.WrongParent);

    [Fact]
    public void A_worker_of_another_program_has_the_wrong_parent() =>
        Plays.Run(Plays.One()).Starts("[sh]", isKata: false).Starts("a", parent: "[sh]").Prints("a", "hello").Ends("a").Dies("[sh]", 15).Prints("main", "done").Ends("main").Over()
            .Codes().Should().Equal(Code.WrongParent);

    [Fact]
    public void A_worker_of_another_worker_has_the_wrong_parent() =>
        Plays.Run(Plays.Two()).Starts("a").Starts("b", parent: "a").Ends("b").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.WrongParent);

    [Fact]
    public void A_worker_whose_unknown_parent_is_gone_while_main_lives_has_the_wrong_parent() =>
        Plays.Run(Plays.Two()).Starts("a").Starts("b", parent: null).Ends("b").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().Equal(Code.WrongParent);

    [Fact]
    public void A_worker_that_is_seen_only_after_mains_death_is_an_orphan_and_nothing_is_said_of_its_parent() =>
        Plays.Run(Plays.Two()).Starts("a").Ends("a").Prints("main", "done").Ends("main").Starts("b", parent: null).Ends("b").Over().Codes().Should().Equal(Code.Orphan);
}
