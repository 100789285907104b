using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>A scenario that was played, and what is to be said of it.</summary>
public sealed record Played(RunTrace Trace, ScenarioVerdict Verdict)
{
    public static Played From(Recording recording) => From(RunTrace.From(recording));

    public static Played From(RunTrace trace) => new(trace, Judge.On(trace));
}
