using System.CommandLine;

namespace Grader.Cli;

/// <summary><c>repeat</c>: what it understands.</summary>
public static class RepeatVerb
{
    public static Command Command()
    {
        var katas = new Argument<string[]>("kata") { Arity = ArgumentArity.ZeroOrMore, Description = "Katas whose submissions are repeated. None means all." };
        var times = Number("--times", 200, "How often each right submission is graded, half of them under load.");
        var wrong = Number("--wrong", 50, "How often each wrong submission is graded, half of them under load.");
        var busy = Number("--busy", 8, "How many busy loops are the load.");
        var jobs = GradeVerb.JobsOption();
        var sandbox = GradeVerb.SandboxOption();
        var reports = new Option<string>("--reports") { HelpName = "folder", Description = "Compares the reports on wrong submissions too, and keeps each different one in this folder." };
        var ledger = new Option<string>("--ledger") { HelpName = "file", Description = "Keeps the counts in this file and goes on from those in it, as long as grader, spec and submission are the same." };
        var command = new Command("repeat", "Grades the repository's own right and wrong submissions again and again, without and with load, and counts the verdicts.")
        {
            katas, times, wrong, busy, jobs, sandbox, reports, ledger,
        };
        command.SetAction((parsed, cancel) => RepeatRun.Run(
            new RepeatOptions(
                parsed.GetValue(katas) ?? [],
                Count("--times", parsed.GetValue(times)),
                Count("--wrong", parsed.GetValue(wrong)),
                Count("--busy", parsed.GetValue(busy)),
                GradeVerb.Jobs(parsed.GetValue(jobs)),
                SandboxNames.Find(parsed.GetValue(sandbox)!),
                parsed.GetValue(reports),
                parsed.GetValue(ledger)),
            cancel));
        return command;
    }

    internal static Option<string> Number(string name, int usual, string description) =>
        new(name) { HelpName = "n", DefaultValueFactory = _ => usual.ToString(), Description = description };

    internal static int Count(string option, string? text) =>
        int.TryParse(text, out var count) && count >= 0 ? count : throw new UsageException($"{option} wants a number from 0 on, not \"{text}\".");
}

/// <param name="Katas">Names of katas; none for all.</param>
/// <param name="Times">How often each right submission is graded.</param>
/// <param name="Wrong">How often each wrong one is.</param>
/// <param name="Busy">How many busy loops run during every other round.</param>
/// <param name="Jobs">How many runs are played at a time.</param>
/// <param name="Sandbox">How they are kept apart from the machine.</param>
/// <param name="Reports">Where the reports on wrong submissions are kept; null when they are not compared.</param>
/// <param name="Ledger">Where the counts are kept; null when they are not.</param>
public sealed record RepeatOptions(IReadOnlyList<string> Katas, int Times, int Wrong, int Busy, int Jobs, Launch.Sandbox Sandbox, string? Reports, string? Ledger);
