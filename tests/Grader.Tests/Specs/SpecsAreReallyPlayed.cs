using FluentAssertions;
using Grader.Contract;
using Katas.Tests.Spec;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Grader.Tests.Specs;

/// <summary>xunit would call a method that returns a scenario, drop what it returns, and show it green.</summary>
public sealed class SpecsAreReallyPlayed
{
    [Fact]
    public void A_scenario_is_a_test_case_of_its_own_kind() =>
        Discover(nameof(NeverPlayed.Anything)).Should().ContainSingle().Which.Should().BeOfType<ScenarioTestCase>();

    [Fact]
    public void A_scenario_is_shown_with_the_number_the_name_and_the_sentence() =>
        Discover(nameof(NeverPlayed.Anything)).Single().DisplayName.Should().Be("07 partial-join: Anything can happen");

    [Fact]
    public async Task A_scenario_that_failed_is_red_with_its_report()
    {
        var bus = await Run(new ScenarioResult.Red("07-partial-join failed", "the whole report"));
        bus.Messages.OfType<ITestFailed>().Should().ContainSingle().Which.Messages.Single().Should().Contain("the whole report");
    }

    [Fact]
    public async Task What_the_grader_cannot_tell_is_red_and_never_a_pass()
    {
        var bus = await Run(new ScenarioResult.Red(ScenarioResult.CannotTell, "no /proc"));
        bus.Messages.OfType<ITestFailed>().Single().Messages.Single().Should().StartWith("the grader cannot tell");
        bus.Messages.OfType<ITestPassed>().Should().BeEmpty();
    }

    [Fact]
    public async Task An_untouched_stub_is_skipped_with_a_friendly_sentence()
    {
        var bus = await Run(new ScenarioResult.Skipped("Not started yet: open katas/07-partial-join/README.md"));
        bus.Messages.OfType<ITestSkipped>().Single().Reason.Should().Be("Not started yet: open katas/07-partial-join/README.md");
    }

    [Fact]
    public async Task A_scenario_that_was_played_and_obeyed_is_green()
    {
        var bus = await Run(new ScenarioResult.Passed());
        bus.Messages.OfType<ITestPassed>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_spec_that_throws_is_red()
    {
        var bus = await Run(() => throw new InvalidOperationException("broken spec"));
        bus.Messages.OfType<ITestFailed>().Single().Messages.Single().Should().Contain("broken spec");
    }

    private static Task<SpyBus> Run(ScenarioResult result) => Run(() => Task.FromResult(result));

    private static async Task<SpyBus> Run(Func<Task<ScenarioResult>> play)
    {
        var bus = new SpyBus();
        var test = new ScenarioTestCase(new Xunit.Sdk.NullMessageSink(), TestMethodDisplay.Method, TestMethodDisplayOptions.None, Method(nameof(NeverPlayed.Anything))) { Play = (_, _) => play() };
        await test.RunAsync(new Xunit.Sdk.NullMessageSink(), bus, [], new ExceptionAggregator(), new CancellationTokenSource());
        return bus;
    }

    private static IEnumerable<IXunitTestCase> Discover(string method)
    {
        var attribute = Method(method).Method.GetCustomAttributes(typeof(ScenarioAttribute)).Single();
        var discoverer = attribute.GetCustomAttributes(typeof(XunitTestCaseDiscovererAttribute)).Single();
        var name = discoverer.GetConstructorArguments().Cast<string>().ToArray();
        var type = typeof(ScenarioAttribute).Assembly.GetType(name[0])!;
        return ((IXunitTestCaseDiscoverer)Activator.CreateInstance(type, new Xunit.Sdk.NullMessageSink())!)
            .Discover(new NoOptions(), Method(method), attribute);
    }

    private static TestMethod Method(string name)
    {
        var assembly = new TestAssembly(Reflector.Wrap(typeof(NeverPlayed).Assembly));
        var collection = new TestCollection(assembly, null, "specs");
        return new TestMethod(new TestClass(collection, Reflector.Wrap(typeof(NeverPlayed))), Reflector.Wrap(typeof(NeverPlayed).GetMethod(name)!));
    }

    /// <summary>Not public: the test runner does not find it.</summary>
#pragma warning disable xUnit1000 // Public, it would be found and played.
    [Kata("07-partial-join")]
    internal sealed class NeverPlayed : KataSpec
    {
        [Scenario("Anything can happen")]
        public Scenario Anything() => Play("1", "1", "1", "1");

        protected override Outcome Right(IReadOnlyList<string> args) => Outcome.Nothing;
    }
#pragma warning restore xUnit1000

    private sealed class NoOptions : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value)
        {
        }
    }
}
