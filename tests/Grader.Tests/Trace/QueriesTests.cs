using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Tests.Verify;
using Grader.Trace;
using Xunit;

namespace Grader.Tests.Trace;

public class QueriesTests
{
    private static readonly Scenario Killing = new Scenario([], Outcome.Nothing.Worker("w1").Worker("w2")) { Name = "a death" }
        .Hold(Point.Start("w1")).Kill("w1").Exactly(1, Point.Exit("w2"));

    [Fact]
    public void At_rest_is_what_the_scenario_waited_for()
    {
        var trace = InTurn();

        trace.RestBefore(EndOf("w2", trace).Number)!.Standings.Select(standing => standing.Actor.Role).Should().Equal("main", "w1", "w2");
        trace.SettledBefore(EndOf("w2", trace).Number)!.Value.Fact.Standings.Select(standing => standing.Actor.Role).Should().Equal("main", "w2");
        trace.RestBefore(1).Should().BeNull();
    }

    [Fact]
    public void In_turn_a_segment_lasts_until_the_next_step()
    {
        var trace = InTurn();

        trace.Events.Where(item => item.Number < trace.Of<Signal.Stepped>().First().Event.Number).Should().OnlyContain(item => item.Segment == 0);
        EndOf("w2", trace).Segment.Should().Be(1);
    }

    private static Event EndOf(string role, RunTrace trace) => trace.Of<Signal.Gone>().First(gone => gone.Fact.Actor.Role == role).Event;

    private static RunTrace InTurn() => HandMade.Run(Killing).Comes("w1").Settles().Comes("w2").Step("w1").Dies("w1", 9).Settles().Passes("w2").Settles().Ends("w2").Step().Ends("main").Over(inTurn: true);
}
