using System.Collections.Immutable;
using Grader.Contract;
using Katas.Tests.Spec;

namespace Katas.Tests;

[Kata("05-one-after-another", Deterministic = true)]
public sealed class OneAfterAnother : KataSpec
{
    private const string CubeAfterSquare = "cube is started after square has ended.";
    private const string DoneAfterCube = "`Done` is printed after cube has ended.";

    protected override Outcome Right(IReadOnlyList<string> args)
    {
        var n = long.Parse(args[0]);
        return Outcome.Nothing
            .Worker("square", $"{n * n}", "First processor is done")
            .Worker("cube", $"{n * n * n}", "Second processor is done")
            .Main("Done");
    }

    protected override ImmutableArray<Law> Laws(IReadOnlyList<string> args) =>
    [
        new Law.Before(CubeAfterSquare, End("square"), Start("cube")),
        new Law.Before(DoneAfterCube, End("cube"), Line(Main, "Done")),
    ];

    [Scenario("The tutorial's run, one step at a time")]
    public Scenario Canonical() => Play("10").OneAtATime();

    [Scenario("Cube is not started before square has even begun")]
    public Scenario Waits_for_the_start_of_square() => Play("0")
        .Hold(Start("square"))
        .Must(Start("square"))
        .Never(Start("cube"), Line(Main, "Done"))
        .Because(CubeAfterSquare);

    [Scenario("Cube waits while square is about to print its last line")]
    public Scenario Waits_for_the_lines_of_square() => Play("10")
        .Hold(LastLineOfSquare)
        .Must(LastLineOfSquare)
        .Never(Start("cube"))
        .Because(CubeAfterSquare);

    [Scenario("Cube waits for square's end, not for its last line")]
    public Scenario Waits_for_the_end_of_square() => Play("10")
        .Hold(Exit("square"))
        .Must(Exit("square"))
        .Never(Start("cube"))
        .Because(CubeAfterSquare);

    [Scenario("`Done` waits while cube has still to begin")]
    public Scenario Done_waits_for_the_start_of_cube() => Play("-2")
        .Hold(Start("cube"))
        .Must(End("square"), Start("cube"))
        .Never(Line(Main, "Done"))
        .Because(DoneAfterCube);

    [Scenario("`Done` waits for cube's end, not for its last line")]
    public Scenario Done_waits_for_the_end_of_cube() => Play("10")
        .Hold(Exit("cube"))
        .Must(Exit("cube"))
        .Never(Line(Main, "Done"))
        .Because(DoneAfterCube);

    [Scenario("A cube that needs a long")]
    public Scenario Big() => Play("2097151")
        .Because("The lines follow the number that was given; the cube fits a long, not an int.");

    private static Point LastLineOfSquare => Line("square", Wording.Number(2));
}
