using Grader.Contract;

namespace Grader.Tests.Verify;

/// <summary>A few scenarios in the style of the katas.</summary>
internal static class Plays
{
    public static readonly Law DoneAfterA = new Law.Before("`done` comes after a has ended.", Point.End("a"), Point.Line(Who.Main, "done"));

    /// <summary>A worker `a` that prints `hello`; main prints `done` after it has ended.</summary>
    public static Scenario One(params string[] args) =>
        new([.. args], Outcome.Nothing.Worker("a", "hello").Main("done")) { Name = "one worker", Laws = [DoneAfterA] };

    /// <summary>Two silent workers; main prints `done`.</summary>
    public static Scenario Two() => new([], Outcome.Nothing.WithWorkers("a", "b").Main("done")) { Name = "two workers" };

    /// <summary>A consumer that prints these items, in this order.</summary>
    public static Scenario Items(params string[] items) =>
        new([], Outcome.Nothing.WithWorkers("consumer").Items("consumer", LineOrder.AsListed, items)) { Name = "items" };

    public static HandMade Run(Scenario scenario) => HandMade.Run(scenario);

    /// <summary>What a right program does in <see cref="One"/>.</summary>
    public static HandMade RightOne(Scenario scenario) => Run(scenario).Starts("a").Prints("a", "hello").Ends("a").Prints(Who.Main, "done").Ends(Who.Main);
}
