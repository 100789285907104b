using FluentAssertions;
using Grader.Contract;
using Grader.Tests.Verify;
using Grader.Trace;
using Xunit;

namespace Grader.Tests.Trace;

public class CanonicalTests
{
    private static readonly Outcome Two = Outcome.Nothing.Worker("w1", "enter").Worker("w2", "enter");

    [Fact]
    public void Which_of_two_like_workers_came_first_is_not_told()
    {
        var scenario = new Scenario([], Two) { Name = "lock" }.Exactly(1, Point.Line(Who.AnyWorker, "enter"));

        var one = Canonical.Of(Wins(scenario, "w1", "w2"));
        var other = Canonical.Of(Wins(scenario, "w2", "w1"));

        Story.Tell(other, withStandings: true).Should().Equal(Story.Tell(one, withStandings: true));
        other.PrintedLines().First().Actor.Role.Should().Be("w1");
    }

    [Fact]
    public void A_worker_that_the_scenario_names_keeps_its_name()
    {
        var scenario = new Scenario([], Two) { Name = "lock" }.Exactly(0, Point.Line("w1", "enter"));

        Canonical.Of(Wins(scenario, "w2", "w1")).PrintedLines().First().Actor.Role.Should().Be("w2");
    }

    [Fact]
    public void Processes_are_numbered_by_role_and_not_by_arrival()
    {
        var scenario = new Scenario([], Outcome.Nothing.Worker("cube").Worker("square")) { Name = "both" };

        var trace = Canonical.Of(HandMade.Run(scenario).Starts("square").Starts("cube").Ends("square").Ends("cube").Ends("main").Over());

        trace.Actors().Select(actor => actor.Role).Should().Equal("main", "cube", "square");
    }

    [Theory]
    [InlineData("tmpR2izG0.tmp", "tmp….tmp")]
    [InlineData("pool-rJC6kc/1", "pool-…/1")]
    [InlineData("lock-eee32377e7944bd3a4034bfc7c4b8d8f", "lock-…")]
    [InlineData("side-by-side-2194", "side-by-side-…")]
    [InlineData("port-80.lock", "port-….lock")]
    [InlineData("slot-1", "slot-1")]
    [InlineData("counter.bin", "counter.bin")]
    [InlineData("my-folder", "my-folder")]
    public void What_chance_named_is_left_out(string path, string shown) => Accidents.Path(path).Should().Be(shown);

    private static RunTrace Wins(Scenario scenario, string winner, string loser) =>
        HandMade.Run(scenario).Starts("w1").Starts("w2").Prints(winner, "enter").Step().Prints(loser, "enter").Ends(winner).Ends(loser).Ends("main").Over();
}
