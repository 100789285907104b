using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Katas.Tests.Spec;
using BuildWorkshop = Grader.Tests.Build.Workshop;

namespace Grader.Tests.Launch;

/// <summary>Plays small programs, each written out in its test, as real process trees.</summary>
public sealed class Playground : IDisposable
{
    // What every program of these tests needs: to start itself again as a worker.
    private const string Start = """
        using System.Diagnostics;
        static partial class P
        {
            public static Process Start(string name, params string[] more) => Process.Start(Environment.ProcessPath!, ["--worker", name, .. more]);
        }
        """;

    private readonly BuildWorkshop workshop = new();
    private readonly Launcher launcher = new() { Isolation = new Isolation { Sandbox = TestRun.Sandbox } };

    public static Scenario Scenario(params string[] arguments) => new([.. arguments], Outcome.Nothing) { Name = "a test" };

    /// <param name="program">The body of <c>Main</c>: top-level statements, with <c>args</c>.</param>
    /// <param name="scenario">How to play it.</param>
    /// <param name="manner">What it is played for.</param>
    public Recording Play(string program, Scenario scenario, Manner? manner = null) =>
        launcher.Play(workshop.Build(("Program.cs", "using System.Diagnostics;\nusing static P;\n" + program), ("Start.cs", Start)) switch
        {
            BuildResult.Built built => built.Program,
            BuildResult.Failed failed => throw new InvalidOperationException(string.Join('\n', failed.Errors)),
            var other => throw new InvalidOperationException(other.ToString()),
        }, scenario, manner);

    public void Dispose()
    {
        launcher.Dispose();
        workshop.Dispose();
    }
}

/// <summary>Questions to a recording.</summary>
internal static class Recorded
{
    public static RunEnd End(this Recording recording) => recording.Signals.OfType<Signal.Ended>().Single().How;

    public static ExitStatus EndOf(this Recording recording, string role) => recording.Signals.OfType<Signal.Gone>().Single(gone => gone.Actor.Role == role).Status;

    public static Actor Actor(this Recording recording, string role) => recording.Signals.OfType<Signal.Appeared>().Single(appeared => appeared.Actor.Role == role).Actor;

    public static IEnumerable<string> Lines(this Recording recording) =>
        recording.Signals.OfType<Signal.Passed>().Where(passed => passed.What.Moment == Moment.Line).Select(passed => passed.What.Text);

    /// <summary>How many came to a line before step number <paramref name="beforeStep"/>.</summary>
    public static int Reached(this Recording recording, string line, int beforeStep) =>
        recording.Signals.TakeWhile(signal => signal is not Signal.Stepped stepped || stepped.Index != beforeStep).OfType<Signal.Reached>().Count(reached => reached.What.Text == line);

    /// <summary>Who stood where at the settling before step number <paramref name="step"/>.</summary>
    public static IEnumerable<string> HeldBefore(this Recording recording, int step)
    {
        var at = recording.Signals.ToList().FindIndex(signal => signal is Signal.Stepped stepped && stepped.Index == step);
        return recording.Signals.Take(at).OfType<Signal.Settled>().Last().Standings.Where(standing => standing.HeldAt is not null).Select(standing => standing.Actor.Role);
    }
}
