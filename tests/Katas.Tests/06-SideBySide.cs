using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("06-side-by-side", Deterministic = true)]
public sealed class SideBySide : KataSpec
{
    private const string AtTheSameTime = "Both workers run at the same time: start both before you wait for one.";
    private const string DoneNeedsBoth = "`Done!` is printed after both workers have ended.";

    protected override Outcome Right(IReadOnlyList<string> args)
    {
        var n = long.Parse(args[0]);
        return Outcome.Nothing
            .Worker("square", $"{n * n}", "First processor is done")
            .Worker("cube", $"{n * n * n}", "Second processor is done")
            .Main("Done!");
    }

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
    [
        new Law.Before(DoneNeedsBoth, End("square"), Line(Main, "Done!")),
        new Law.Before(DoneNeedsBoth, End("cube"), Line(Main, "Done!")),
    ];

    [Scenario("Both workers, one step at a time")]
    public Scenario Canonical() => Play("10").OneAtATime();

    [Scenario("Both workers are alive at the same time")]
    public Scenario Alive_together() => Play("0")
        .Hold(Start("square"), Start("cube"))
        .Must(Start("square"), Start("cube"))
        .Never(Line(Main, "Done!"))
        .Because(AtTheSameTime);

    [Scenario("Cube runs to its end while square has not begun")]
    public Scenario Cube_is_free() => Play("10")
        .Hold(Start("square"))
        .Must(End("cube"))
        .Never(Line(Main, "Done!"))
        .Because(AtTheSameTime);

    [Scenario("Square runs to its end while cube has not begun")]
    public Scenario Square_is_free() => Play("10")
        .Hold(Start("cube"))
        .Must(End("square"))
        .Never(Line(Main, "Done!"))
        .Because(AtTheSameTime);

    [Scenario("Cube runs to its end while square stands at its first line")]
    public Scenario Cube_prints_freely() => Play("12")
        .Hold(FirstLine("square"), Start("cube"))
        .Must(FirstLine("square"), Start("cube"))
        .Release(Start("cube"))
        .Must(End("cube"))
        .Never(Line(Main, "Done!"))
        .Because(AtTheSameTime);

    [Scenario("Square runs to its end while cube stands at its first line")]
    public Scenario Square_prints_freely() => Play("12")
        .Hold(FirstLine("cube"), Start("square"))
        .Must(FirstLine("cube"), Start("square"))
        .Release(Start("square"))
        .Must(End("square"))
        .Never(Line(Main, "Done!"))
        .Because(AtTheSameTime);

    [Scenario("`Done!` waits for square's end, not for its last line")]
    public Scenario Done_waits_for_square() => Play("-5")
        .Hold(Exit("square"))
        .Must(Exit("square"), End("cube"))
        .Never(Line(Main, "Done!"))
        .Because(DoneNeedsBoth);

    [Scenario("`Done!` waits for cube's end, not for its last line")]
    public Scenario Done_waits_for_cube() => Play("4")
        .Hold(Exit("cube"))
        .Must(Exit("cube"), End("square"))
        .Never(Line(Main, "Done!"))
        .Because(DoneNeedsBoth);

    [Scenario("A cube that needs a long")]
    public Scenario Big() => Play("2097151")
        .Because("The lines follow the number that was given; the cube fits a long, not an int.");
}
