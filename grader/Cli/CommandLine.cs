using System.CommandLine;
using System.CommandLine.Parsing;
using Grader.Write;

namespace Grader.Cli;

/// <summary>The verbs and what they understand.</summary>
public static class CommandLine
{
    /// <exception cref="UsageException">The arguments make no sense; the message says why in one sentence.</exception>
    public static async Task<int> Run(string[] args, CancellationToken cancel)
    {
        var root = Root();
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (args.Length == 0)
        {
            await root.Parse("--help").InvokeAsync(cancellationToken: cancel);
            return Summary.WrongUsage;
        }

        if (parsed.CommandResult.Command == root && args.FirstOrDefault(arg => !arg.StartsWith('-')) is { } verb)
        {
            throw new UsageException(Unknown("verb", verb, root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name)));
        }

        // System.CommandLine takes an option that it does not know for the name of a kata.
        if (parsed.Tokens.FirstOrDefault(token => token is { Type: TokenType.Argument } && token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
        {
            throw new UsageException(Unknown("option", option.Value, parsed.CommandResult.Command.Options.Select(known => known.Name)));
        }

        if (parsed.Errors is [var error, ..])
        {
            throw new UsageException($"{error.Message.TrimEnd('.')}. `--help` shows what is understood.");
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancel);
    }

    private static string Unknown(string kind, string word, IEnumerable<string> known) =>
        $"There is no {kind} \"{word}\".{Nearest.Question(Nearest.To(word, known))} `--help` shows what is understood.";

    private static RootCommand Root()
    {
        var root = new RootCommand("Grades katas of multi-process programming by holding and releasing real processes.")
        {
            GradeVerb.Command(),
            ListVerb.Command(),
            RepeatVerb.Command(),
            BusyVerb.Command(),
            EndureVerb.Command(),
        };
        HelpWithExamples.AddTo(
            root,
            """
              dotnet run --project grader/Cli -- grade                     your katas
              dotnet run --project grader/Cli -- grade 07                  one of them
              dotnet run --project grader/Cli -- grade --from solutions    the reference solutions
              dotnet run --project grader/Cli -- list                      katas and their scenarios
              dotnet run --project grader/Cli -- grade --help              more
            """);
        return root;
    }
}
