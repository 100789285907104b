using FluentAssertions;
using Grader.Contract;
using Xunit;

namespace Grader.Tests.Specs;

public sealed class EachByItselfTests
{
    private static readonly Outcome Others = Outcome.Nothing.Main("other");

    [Fact]
    public void Of_one_run_there_is_nothing_to_take_apart() => new Scenario([], Outcome.Nothing).EachByItself().Should().BeEmpty();

    [Fact]
    public void Each_keeps_its_own_part_of_the_schedule()
    {
        var both = (new Scenario(["1"], Outcome.Nothing) { Name = "two runs" })
            .Hold(Point.Start("w1"), Point.Start(Who.Other("w1")))
            .StartOther(["2"], Others)
            .Must(Point.Start("w1"), Point.End(Who.Other(Who.Main)))
            .Terminate(Who.Other(Who.Main))
            .Terminate(Who.Main);

        var alone = both.EachByItself().ToList();

        alone.Should().HaveCount(2).And.OnlyContain(one => one.Other == null && one.Name == "two runs");
        alone[0].Arguments.Should().Equal("1");
        alone[0].Steps.Select(step => step.GetType()).Should().Equal(typeof(Step.Hold), typeof(Step.Check), typeof(Step.Check), typeof(Step.Signal));
        alone[0].Steps.OfType<Step.Hold>().Single().Gates.Should().Equal(Point.Start("w1"));
        alone[0].Steps.OfType<Step.Check>().SelectMany(check => check.Expectations).Should().ContainSingle();
        (alone[1].Arguments.Single(), alone[1].Outcome).Should().Be(("2", Others));
        alone[1].Steps.Select(step => step.GetType()).Should().Equal(typeof(Step.Hold), typeof(Step.Check), typeof(Step.Check), typeof(Step.Signal));
        alone[1].Steps.OfType<Step.Hold>().Single().Gates.Should().Equal(Point.Start("w1"));
        alone[1].Steps.OfType<Step.Check>().SelectMany(check => check.Expectations).Should().Equal(Point.End(Who.Main));
        alone[1].Steps.OfType<Step.Signal>().Single().Who.Should().Be(Who.Role(Who.Main));
    }

    [Fact]
    public void Whose_main_is_killed_keeps_his_input()
    {
        var both = new Scenario(["1"], Outcome.Nothing).StartOther(["2"], Others).Kill(Who.Other(Who.Main)).CloseInput();

        var alone = both.EachByItself().ToList();

        alone[0].Steps.Select(step => step.GetType()).Should().Equal(typeof(Step.Check), typeof(Step.CloseInput));
        alone[1].Steps.Select(step => step.GetType()).Should().Equal(typeof(Step.Check), typeof(Step.Kill));
        alone[1].Surroundings.InputStaysOpen.Should().BeTrue();
    }
}
