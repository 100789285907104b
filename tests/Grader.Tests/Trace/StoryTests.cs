using FluentAssertions;
using Grader.Contract;
using Grader.Tests.Verify;
using Grader.Trace;
using Xunit;

namespace Grader.Tests.Trace;

public sealed class StoryTests
{
    private static readonly Scenario Hello = new(["bob"], Outcome.Nothing.Main("started {pid of hello}").Worker("hello", "hello bob", "worker {pid of hello}"));

    [Fact]
    public void A_run_reads_like_a_story_without_process_ids()
    {
        var trace = HandMade.Run(Hello).Settles().Starts("hello").Prints("main", "started 101").Settles().Prints("hello", "hello bob", "worker 101").Ends("hello").Ends("main").Over();
        Story.Tell(trace).Should().Equal(
            "main starts",
            "main prints `started {pid of hello}`",
            "hello starts",
            "hello prints `hello bob`",
            "hello prints `worker {pid of hello}`",
            "hello leaves with exit code 0",
            "hello is gone: exit code 0",
            "main leaves with exit code 0",
            "main is gone: exit code 0",
            "the run is over");
    }

    [Fact]
    public void What_came_in_another_order_at_the_same_time_is_the_same_story()
    {
        var one = HandMade.Run(Hello).Starts("hello").Prints("main", "x").Prints("hello", "y").Over();
        var two = HandMade.Run(Hello).Starts("hello").Prints("hello", "y").Prints("main", "x").Over();
        Story.Tell(one).Should().Equal(Story.Tell(two));
    }

    [Fact]
    public void It_can_say_where_everybody_stands()
    {
        var trace = HandMade.Run(Hello).Comes("hello").Settles().Passes("hello").Reaches("hello", Moment.Line, "hello bob").Over();
        Story.Tell(trace, withStandings: true).Should().Contain("-- all quiet; main parked; hello at its start").And.Contain("-- all quiet; main parked; hello at `hello bob`");
    }

    [Fact]
    public void The_lines_of_a_group_stand_together_and_free_orders_are_sorted_away()
    {
        var scenario = new Scenario([], Outcome.Nothing.WithWorkers("p1", "p2").PrintsInAnyOrder(Who.AnyWorker, "task 1", "task 2", "task 10").Main("done"));
        var one = HandMade.Run(scenario).Starts("p1").Starts("p2").Prints("p1", "task 10", "task 1").Prints("p2", "task 2").Prints("main", "done").Over();
        var two = HandMade.Run(scenario).Starts("p1").Starts("p2").Prints("p2", "task 1", "task 2", "task 10").Prints("main", "done").Over();
        LinesOfRoles.Tell(one).Should().Equal("main:", "  done", "any worker:", "  task 1", "  task 2", "  task 10").And.Equal(LinesOfRoles.Tell(two));
    }

    [Fact]
    public void Roles_have_a_natural_order() =>
        new[] { "other main", "w10", "main", "w2", "other w1", "a" }.Order(RoleOrder.Instance).Should().Equal("main", "a", "w2", "w10", "other main", "other w1");
}
