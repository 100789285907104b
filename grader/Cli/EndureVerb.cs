using System.CommandLine;

namespace Grader.Cli;

/// <summary><c>endure</c>: what it understands.</summary>
public static class EndureVerb
{
    public static Command Command()
    {
        var times = RepeatVerb.Number("--times", 200, "How many gradings.");
        var seed = RepeatVerb.Number("--seed", 1, "Of the random order.");
        var hostile = new Option<bool>("--hostile") { Description = "The hostile submissions alone, one after the other, each as often as the next." };
        var jobs = GradeVerb.JobsOption();
        var sandbox = GradeVerb.SandboxOption();
        var command = new Command("endure", "Grades right, wrong and hostile submissions of the repository in one process, and tells what becomes of its files, threads and memory.")
        {
            times, seed, hostile, jobs, sandbox,
        };
        command.SetAction((parsed, cancel) => EndureRun.Run(
            new EndureOptions(
                RepeatVerb.Count("--times", parsed.GetValue(times)),
                RepeatVerb.Count("--seed", parsed.GetValue(seed)),
                parsed.GetValue(hostile),
                GradeVerb.Jobs(parsed.GetValue(jobs)),
                SandboxNames.Find(parsed.GetValue(sandbox)!)),
            cancel));
        return command;
    }
}

/// <param name="Times">How many gradings.</param>
/// <param name="Seed">Of the random order.</param>
/// <param name="Hostile">The hostile submissions alone.</param>
/// <param name="Jobs">How many runs are played at a time.</param>
/// <param name="Sandbox">How they are kept apart from the machine.</param>
public sealed record EndureOptions(int Times, int Seed, bool Hostile, int Jobs, Launch.Sandbox Sandbox);
