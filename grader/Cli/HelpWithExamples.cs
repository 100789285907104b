using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Grader.Cli;

/// <summary>The usual help, and examples under it.</summary>
public sealed class HelpWithExamples(HelpAction help, Command command, string examples) : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    /// <summary>Gives <paramref name="command"/> an option <c>--help</c> that ends with these examples.</summary>
    public static void AddTo(Command command, string examples)
    {
        var option = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (option is null)
        {
            option = new HelpOption();
            command.Options.Add(option);
        }

        option.Action = new HelpWithExamples((HelpAction)option.Action!, command, examples);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command == command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            output.WriteLine(examples.TrimEnd());
        }

        return code;
    }
}
