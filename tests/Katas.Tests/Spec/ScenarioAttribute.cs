using Xunit;

namespace Katas.Tests.Spec;

/// <summary>A method that returns a <see cref="Grader.Contract.Scenario"/>. The sentence is its name, unique within the kata.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioAttribute(string sentence) : FactAttribute
{
    public string Sentence { get; } = sentence;
}
