using System.CommandLine;

namespace Grader.Cli;

/// <summary><c>repeat</c>: grades right and wrong submissions many times, with and without load, and counts verdicts.</summary>
public static class RepeatVerb
{
    public static Command Command() => new("repeat", "Grades the repository's own submissions many times and counts the verdicts.") { Hidden = true };
}
