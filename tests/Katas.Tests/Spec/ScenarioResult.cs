namespace Katas.Tests.Spec;

/// <summary>What <c>dotnet test</c> shows for a scenario.</summary>
public abstract record ScenarioResult
{
    /// <summary>The heading of what is neither the learner's failure nor a pass.</summary>
    public const string CannotTell = "the grader cannot tell";

    private ScenarioResult()
    {
    }

    public sealed record Passed : ScenarioResult;

    /// <summary>The kata is not started yet; <paramref name="Reason"/> says where to begin.</summary>
    public sealed record Skipped(string Reason) : ScenarioResult;

    /// <summary>Failed, or unknown: the heading tells them apart.</summary>
    public sealed record Red(string Heading, string Report) : ScenarioResult;
}
