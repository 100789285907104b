using Grader.Launch;

namespace Grader;

/// <summary>What a grading needs to know of its surroundings.</summary>
/// <param name="Home">The repository's root: the solutions, which the stubs are cut from, and the toolkit lie below it.</param>
public sealed record GradingOptions(string Home)
{
    /// <summary>How many runs are played at a time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>The guard rails of a run.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>How runs are kept apart from the machine. The home is hidden from them in any case, as far as the machine allows.</summary>
    public Sandbox Sandbox { get; init; } = Sandbox.Auto;

    /// <summary>Programs see the machine's network, in namespaces too.</summary>
    public bool AllowNetwork { get; init; }

    /// <summary>A submission is compiled the first time only. For callers that grade one scenario at a time; the files must not change meanwhile.</summary>
    public bool CompileOnce { get; init; }
}

/// <summary>So many of a submission's scenarios have been played.</summary>
public sealed record Progress(string KataId, int Played, int Total);
