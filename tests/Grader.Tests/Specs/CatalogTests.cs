using FluentAssertions;
using Katas.Tests.Spec;
using Xunit;

namespace Grader.Tests.Specs;

public sealed class CatalogTests
{
    [Fact]
    public void The_command_line_and_dotnet_test_play_the_same_methods()
    {
        var methods = typeof(KataCatalog).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods())
            .Count(method => method.IsDefined(typeof(ScenarioAttribute), inherit: true));

        KataCatalog.All.Sum(kata => kata.Scenarios.Length).Should().Be(methods);
    }

    [Fact]
    public void Scenarios_come_in_the_order_of_the_source() =>
        KataCatalog.All.Single(kata => kata.Number == 7).Scenarios.Take(2).Select(scenario => scenario.Name)
            .Should().Equal("The tutorial's run, one step at a time", "A, B and C are alive at the same time");

    [Fact]
    public void Every_kata_begins_with_its_canonical_run() =>
        KataCatalog.All.Where(kata => kata.Scenarios[0] is not { Pace: Contract.Pace.OneAtATime, Seed: null }).Should().BeEmpty();

    [Fact]
    public void Every_scenario_names_the_rule_that_it_asks_about() =>
        KataCatalog.All.SelectMany(kata => kata.Scenarios.Skip(1).Where(scenario => scenario.Rule.Length == 0 && scenario.Steps.Length > 0).Select(scenario => $"{kata.Id}: {scenario.Name}"))
            .Should().BeEmpty();
}
