using Xunit;
using Xunit.Sdk;

namespace Katas.Tests.Spec;

/// <summary>
/// A method that returns a <see cref="Grader.Contract.Scenario"/>. The sentence is its name, unique within the kata.
/// xunit would call such a method, drop what it returns and show it green; the discoverer makes a test of it that really plays the scenario.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Katas.Tests.Spec.ScenarioDiscoverer", "Katas.Tests")]
public sealed class ScenarioAttribute(string sentence) : FactAttribute
{
    public string Sentence { get; } = sentence;
}
