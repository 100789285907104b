using System.Collections.Immutable;
using Grader.Contract;

namespace Katas.Tests.Spec;

/// <summary>
/// The spec of one kata: each public method marked <see cref="ScenarioAttribute"/> returns one way to play it.
/// The same methods are run by <c>dotnet test</c> and found by the command line.
/// </summary>
public abstract class KataSpec
{
    protected static readonly Who AnyWorker = Who.AnyWorker;
    protected static readonly Who Anyone = Who.Anyone;
    protected const string Main = Who.Main;

    /// <summary>What is right for these arguments, whatever the schedule. It follows the kata's contract, never a reference solution.</summary>
    protected abstract Outcome Right(IReadOnlyList<string> args);

    /// <summary>Laws of order that hold in every run with these arguments. They are asked of every scenario.</summary>
    protected virtual ImmutableArray<Law> Laws(IReadOnlyList<string> args) => [];

    /// <summary>A scenario with these arguments, their right outcome and the kata's laws.</summary>
    protected Scenario Play(params ImmutableArray<string> args) => new(args, Right(args)) { Laws = Laws(args) };

    /// <summary>
    /// Two runs at once: the first is held at <paramref name="holding"/>; the second must get to its end all the same; then the first goes on.
    /// </summary>
    protected Scenario TwoRuns(ImmutableArray<string> first, Point holding, ImmutableArray<string> second) =>
        Play(first)
            .Hold(holding)
            .StartOther(second, Right(second))
            .Must(End(Who.Other(Main)))
            .Because("Two runs of the program at the same time do not disturb each other.");

    protected static Point Start(Who who) => Point.Start(who);

    protected static Point Line(Who who, Wording wording) => Point.Line(who, wording);

    protected static Point FirstLine(Who who) => Point.FirstLine(who);

    protected static Point Exit(Who who) => Point.Exit(who);

    protected static Point End(Who who) => Point.End(who);

    protected static Wording StartingWith(string prefix) => Wording.StartingWith(prefix);

    protected static Expectation Parked(Who who) => new Expectation.Parked(who);

    protected static Expectation Exactly(int count, Point point) => new Expectation.Count(point, count, count);

    protected static Expectation AtLeast(int count, Point point) => new Expectation.Count(point, count, int.MaxValue);

    protected static Expectation AtMost(int count, Point point) => new Expectation.Count(point, 0, count);
}
