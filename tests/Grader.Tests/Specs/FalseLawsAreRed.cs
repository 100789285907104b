using System.Reflection;
using FluentAssertions;
using Grader.Contract;
using Katas.Tests.Spec;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Grader.Tests.Specs;

/// <summary>A law that is not true of the reference solution turns red on the way that every spec takes; a true one turns green.</summary>
public sealed class FalseLawsAreRed
{
    [Fact]
    public async Task A_false_law_is_red_with_the_report()
    {
        var message = (await Run(nameof(Claims.D_does_not_wait_for_C))).OfType<ITestFailed>().Should().ContainSingle().Which.Messages.Single();
        message.Should().StartWith("07-partial-join failed").And.Contain("To play exactly this again:");
    }

    [Fact]
    public async Task A_true_law_is_green() =>
        (await Run(nameof(Claims.D_waits_for_C))).OfType<ITestPassed>().Should().ContainSingle();

    private static async Task<IEnumerable<IMessageSinkMessage>> Run(string method)
    {
        var sink = new Xunit.Sdk.NullMessageSink();
        var collection = new TestCollection(new TestAssembly(Reflector.Wrap(typeof(Claims).Assembly)), null, "claims");
        var target = new TestMethod(new TestClass(collection, Reflector.Wrap(typeof(Claims))), Reflector.Wrap(typeof(Claims).GetMethod(method)!));
        using var bus = new SpyBus();
        var test = new ScenarioTestCase(sink, TestMethodDisplay.Method, TestMethodDisplayOptions.None, target) { Play = PlayOnSolutions };
        await test.RunAsync(sink, bus, [], new ExceptionAggregator(), new CancellationTokenSource());
        return bus.Messages;
    }

    private static Task<ScenarioResult> PlayOnSolutions(Type spec, MethodInfo method) => TestRun.Play(spec, method, Repository.Below("solutions"));

#pragma warning disable xUnit1000 // Public, it would be found and played.
    [Kata("07-partial-join")]
    internal sealed class Claims : KataSpec
    {
        [Scenario("D does not wait for C")]
        public Scenario D_does_not_wait_for_C() => Play("1", "1", "1", "1").Hold(Exit("C")).Must(Start("D"));

        [Scenario("D waits for C")]
        public Scenario D_waits_for_C() => Play("1", "1", "1", "1").Hold(Exit("C")).Must(Exit("C")).Never(Start("D"));

        protected override Outcome Right(IReadOnlyList<string> args) =>
            new[] { "A", "B", "C", "D" }.Index().Aggregate(Outcome.Nothing, (outcome, worker) => outcome.Worker(worker.Item, $"Process {worker.Index + 1}: 0"));
    }
#pragma warning restore xUnit1000
}
