using Xunit.Abstractions;
using Xunit.Sdk;

namespace Katas.Tests.Spec;

/// <summary>Tells xunit that a <see cref="ScenarioAttribute"/> is a <see cref="ScenarioTestCase"/>.</summary>
public sealed class ScenarioDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new ScenarioTestCase(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}
