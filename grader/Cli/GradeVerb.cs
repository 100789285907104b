using System.CommandLine;

namespace Grader.Cli;

/// <summary><c>grade</c>: what it understands.</summary>
public static class GradeVerb
{
    public static Command Command()
    {
        var katas = new Argument<string[]>("kata")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Katas to grade: 07, 7, partial-join or 07-partial-join. None means all.",
        };
        var from = new Option<string>("--from")
        {
            HelpName = "root",
            DefaultValueFactory = _ => "katas",
            Description = "The folder that holds <kata id>/…; with one kata named it may be the folder of one submission.",
        };
        var scenario = new Option<string?>("--scenario") { HelpName = "name", Description = "Play only the scenario of that name." };
        var format = new Option<string>("--format") { HelpName = "text|json", DefaultValueFactory = _ => "text", Description = "How the report is written." };
        var output = new Option<string?>("--out") { HelpName = "file", Description = "Write the report to this file instead of the terminal." };
        var all = new Option<bool>("--all") { Description = "A kata that is not started counts as failed." };
        var require = new Option<string[]>("--require") { HelpName = "kata", DefaultValueFactory = _ => [], Description = "This kata counts as failed when it is not started; may be repeated." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Show the whole trace of every scenario that did not pass." };
        var jobs = JobsOption();
        var limits = new Option<string[]>("--limit") { HelpName = "name=number", DefaultValueFactory = _ => [], Description = $"A guard rail of a run: {LimitNames.All}; may be repeated." };
        var sandbox = SandboxOption();
        var network = new Option<bool>("--allow-network") { Description = "Programs see the machine's network, in namespaces too." };
        var command = new Command("grade", "Builds submissions, plays every scenario on them, and says what is right and what is not.")
        {
            katas, from, scenario, format, output, all, require, verbose, jobs, limits, sandbox, network,
        };
        command.SetAction((parsed, cancel) => GradeRun.Run(
            new GradeOptions(
                parsed.GetValue(katas) ?? [],
                parsed.GetValue(from)!,
                parsed.GetValue(scenario),
                parsed.GetValue(format)!,
                parsed.GetValue(output),
                parsed.GetValue(all),
                parsed.GetValue(require) ?? [],
                parsed.GetValue(verbose),
                Jobs(parsed.GetValue(jobs)),
                parsed.GetValue(limits) ?? [],
                parsed.GetValue(sandbox)!,
                parsed.GetValue(network)),
            cancel));
        HelpWithExamples.AddTo(
            command,
            """
              dotnet run --project grader/Cli -- grade 07                       one kata
              dotnet run --project grader/Cli -- grade 1 5 queue-hai            three of them
              dotnet run --project grader/Cli -- grade 07 --from ~/my-attempt   one submission's own folder
              dotnet run --project grader/Cli -- grade --from solutions --all   the reference solutions
              dotnet run --project grader/Cli -- grade --format json --out report.json

            Exit codes: 0 nothing failed; 1 a kata failed (with --all or --require also
            one that is not started); 2 the grader cannot tell, and none failed; 64 wrong usage.
            """);
        return command;
    }

    public static Option<string> SandboxOption() => new("--sandbox")
    {
        HelpName = SandboxNames.All,
        DefaultValueFactory = _ => "auto",
        Description = "How programs are kept apart from the machine: auto is namespaces where the machine allows them, else plain.",
    };

    public static Option<string> JobsOption() => new("--jobs")
    {
        HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount.ToString(),
        Description = "How many runs are played at the same time.",
    };

    /// <exception cref="UsageException">Not a number from 1 to 1000.</exception>
    public static int Jobs(string? text) =>
        int.TryParse(text, out var jobs) && jobs is >= 1 and <= 1000
            ? jobs
            : throw new UsageException($"--jobs wants a number from 1 to 1000, not \"{text}\".");
}
