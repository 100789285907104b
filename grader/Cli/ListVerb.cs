using System.CommandLine;
using Katas.Tests.Spec;

namespace Grader.Cli;

/// <summary><c>list</c>: the katas and their scenarios.</summary>
public static class ListVerb
{
    public static Command Command()
    {
        var names = new Argument<string[]>("kata") { Arity = ArgumentArity.ZeroOrMore, Description = "Katas to show with their scenarios. None means all." };
        var command = new Command("list", "Shows the katas and the names of their scenarios.") { names };
        command.SetAction(parsed =>
        {
            foreach (var kata in KataNames.Select(parsed.GetValue(names) ?? [], KataCatalog.All))
            {
                Console.WriteLine(kata.Id);
                foreach (var scenario in kata.Scenarios)
                {
                    Console.WriteLine($"    {scenario.Name}");
                }
            }

            return 0;
        });
        return command;
    }
}
