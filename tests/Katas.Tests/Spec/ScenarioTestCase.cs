using System.ComponentModel;
using System.Diagnostics;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Katas.Tests.Spec;

/// <summary>One scenario as a test: it is played on the submission in <see cref="Repository.KatasRoot"/>, and the verdict is the test's result.</summary>
public sealed class ScenarioTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For xunit's deserializer.")]
    public ScenarioTestCase()
    {
    }

    public ScenarioTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
    }

    /// <summary>Plays the scenario. Replaced by the tests of this class, which must not play anything.</summary>
    internal Func<Type, System.Reflection.MethodInfo, Task<ScenarioResult>> Play { get; init; } = TestRun.Play;

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName)
    {
        var kata = TestMethod.TestClass.Class.GetCustomAttributes(typeof(KataAttribute)).Select(Words).FirstOrDefault() ?? "??-unnamed";
        return $"{kata[..2]} {kata[3..]}: {Words(factAttribute)}";
    }

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        var test = new XunitTest(this, DisplayName);
        Say(new TestCaseStarting(this));
        Say(new TestStarting(test));
        var clock = Stopwatch.StartNew();
        var result = SkipReason is null ? await PlayIt() : new ScenarioResult.Skipped(SkipReason);
        var seconds = (decimal)clock.Elapsed.TotalSeconds;
        Say(result switch
        {
            ScenarioResult.Passed => new TestPassed(test, seconds, ""),
            ScenarioResult.Skipped skipped => new TestSkipped(test, skipped.Reason),
            ScenarioResult.Red red => new TestFailed(test, seconds, "", [red.Heading], [$"{red.Heading}{Environment.NewLine}{red.Report}"], [""], [-1]),
            _ => throw new UnreachableException(),
        });
        Say(new TestFinished(test, seconds, ""));
        var summary = new RunSummary
        {
            Total = 1,
            Failed = result is ScenarioResult.Red ? 1 : 0,
            Skipped = result is ScenarioResult.Skipped ? 1 : 0,
            Time = seconds,
        };
        Say(new TestCaseFinished(this, summary.Time, summary.Total, summary.Failed, summary.Skipped));
        return summary;

        void Say(IMessageSinkMessage message)
        {
            if (!messageBus.QueueMessage(message))
            {
                cancellationTokenSource.Cancel();
            }
        }
    }

    private async Task<ScenarioResult> PlayIt()
    {
        try
        {
            return await Play(TestMethod.TestClass.Class.ToRuntimeType(), TestMethod.Method.ToRuntimeMethod());
        }
        catch (Exception trouble)
        {
            // xunit would otherwise end the whole run: a broken spec must be one red test.
            return new ScenarioResult.Red(ScenarioResult.CannotTell, trouble.ToString());
        }
    }

    private static string Words(IAttributeInfo attribute) => (string)attribute.GetConstructorArguments().First();
}
