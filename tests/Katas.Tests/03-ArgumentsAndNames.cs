using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("03-arguments-and-names", Deterministic = true)]
public sealed class ArgumentsAndNames : KataSpec
{
    private const string AsTheyAre = "Every argument arrives exactly as main was given it.";

    protected override Outcome Right(IReadOnlyList<string> args)
    {
        var name = args[0] == "-" ? "Process-1" : args[0];
        var shown = args.Skip(1).Select((arg, i) => $"{name} {i} [{arg}]");
        return Outcome.Nothing.Worker(name, [$"{name} got {args.Count - 1} arguments", .. shown]);
    }

    [Scenario("The tutorial's run, one step at a time")]
    public Scenario Canonical() => Play("-", "two words", "", "a\"b").OneAtATime();

    [Scenario("A worker with a name of its own")]
    public Scenario Named() => Play("echo", "x")
        .Because("The worker is called by the first argument; only `-` stands for Process-1.");

    [Scenario("The name `<name>` is data too: another one")]
    public Scenario Another_name() => Play("W-2", "1", "2", "3")
        .Because("The worker is called by the first argument; only `-` stands for Process-1.");

    [Scenario("No argument at all")]
    public Scenario None() => Play("-")
        .Because("No argument means: got 0 arguments.");

    [Scenario("Empty arguments count")]
    public Scenario Empty() => Play("echo", "", "", "")
        .Because("An empty argument is an argument.");

    [Scenario("Blanks inside and at the edges")]
    public Scenario Blanks() => Play("-", " ", "  in  between  ", " left", "right ", "\ttab\t")
        .Because(AsTheyAre);

    [Scenario("Quotes of both kinds")]
    public Scenario Quotes() => Play("-", "\"", "'", "\"two words\"", "'two words'", "a\\\"b", "\"\"", "''", "it's", "`date`")
        .Because(AsTheyAre);

    [Scenario("Backslashes inside and at the end")]
    public Scenario Backslashes() => Play("echo", "\\", "\\\\", "C:\\temp\\", "C:\\Program Files\\", "a\\\\ b", "\\n")
        .Because(AsTheyAre);

    [Scenario("What a shell would change")]
    public Scenario Shell() => Play("-", "$HOME", "*", "%PATH%;", "~", "a;b", "a && b", "a | b", ">out", "$(date)", "{1..3}", "?", "#", "!", "&", "(", "=")
        .Because(AsTheyAre);

    [Scenario("What looks like an option is data too")]
    public Scenario Options() => Play("echo", "-", "--", "--worker", "echo", "-h", "--help", "/?")
        .Because(AsTheyAre);

    [Scenario("Three hundred arguments")]
    public Scenario Many() => Play(["many", .. Enumerable.Range(0, 300).Select(i => $"value {i}")])
        .Because("Any number of arguments arrives, in order.");

    [Scenario("Main ends after the worker")]
    public Scenario Main_ends_last() => Play("-", "x y")
        .Hold(Exit("Process-1"))
        .Must(Exit("Process-1"))
        .Never(Exit(Main))
        .Because("Main joins its worker.");
}
