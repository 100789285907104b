using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Xunit;

namespace Grader.Tests.Launch;

/// <summary>What a scenario is played for: a verdict, or an explanation that is the same every time.</summary>
public sealed class Manners : IDisposable
{
    private readonly Playground playground = new();

    public void Dispose() => playground.Dispose();

    [Fact]
    public void In_turn_the_same_worker_wins_every_time()
    {
        const string race = """
            if (args is ["--worker", var name, var path])
            {
                try
                {
                    using var won = new FileStream(path, FileMode.CreateNew);
                    Console.WriteLine($"{name} wins");
                }
                catch (IOException)
                {
                    Console.WriteLine($"{name} is late");
                }

                return;
            }

            var prize = Path.Combine(Path.GetTempPath(), "prize");
            foreach (var worker in Enumerable.Range(1, 4).Select(i => Start($"w{i}", prize)).ToList())
            {
                worker.WaitForExit();
            }

            File.Delete(prize);
            """;

        var stories = Enumerable.Range(0, 10).Select(_ => playground.Play(race, Playground.Scenario(), Manner.ToldInTurn))
            .Select(recording => string.Join('\n', Story.Tell(RunTrace.From(recording)))).ToList();

        stories[0].Should().Contain("w1 wins").And.Contain("w4 is late");
        stories.Distinct().Should().ContainSingle();
    }

    [Fact]
    public void In_turn_who_is_let_go_by_a_step_goes_alone_as_well()
    {
        const string program = """
            if (args is ["--worker", ..]) { Console.WriteLine("one"); Console.WriteLine("two"); return; }
            foreach (var worker in Enumerable.Range(1, 3).Select(i => Start($"w{i}")).ToList())
            {
                worker.WaitForExit();
            }
            """;
        var scenario = Playground.Scenario().Hold([.. Enumerable.Range(1, 3).Select(i => Point.Line($"w{i}", "one"))]).Must(Point.Line("w3", "one"))
            .Release([.. Enumerable.Range(1, 3).Select(i => Point.Line($"w{i}", "one"))]).Must(Point.Line("w3", "two"));

        var recording = playground.Play(program, scenario, Manner.ToldInTurn);

        recording.End().Should().Be(RunEnd.Ended);
        recording.Signals.OfType<Signal.Passed>().Where(passed => passed.What.Moment == Moment.Line).Select(passed => $"{passed.Actor.Role} {passed.What.Text}")
            .Should().Equal("w1 one", "w2 one", "w3 one", "w1 two", "w2 two", "w3 two");
    }

    [Fact]
    public void In_turn_mains_waiting_by_time_is_told_and_the_next_goes_on_meanwhile()
    {
        const string program = """
            if (args is ["--worker", ..]) { return; }
            Console.WriteLine(Start("w").WaitForExit(60_000));
            """;

        var recording = playground.Play(program, Playground.Scenario(), Manner.ToldInTurn);

        recording.End().Should().Be(RunEnd.Ended);
        recording.Signals.OfType<Signal.WaitedByTime>().Select(waited => waited.Actor.Role).Distinct().Should().Equal("main");
        recording.Lines().Should().Equal("True");
    }

    [Fact]
    public void What_is_known_to_take_too_long_is_not_waited_out_again()
    {
        const string program = "new ManualResetEvent(false).WaitOne(2000);";
        var judged = playground.Play(program, Playground.Scenario());
        var (waited, scenario) = (judged.Signals.OfType<Signal.WaitedByTime>().First(), judged.Scenario.Name);

        var told = playground.Play(program, Playground.Scenario(), Manner.ToldInTurn with { LongWaits = [LongWait.Of(scenario, "main", waited.Stack)!] });
        var toldOfAnother = playground.Play(program, Playground.Scenario(), Manner.ToldInTurn with { LongWaits = [LongWait.Of(scenario, "w1", waited.Stack)!] });

        judged.End().Should().Be(RunEnd.Ended);
        told.End().Should().Be(RunEnd.Timed);
        toldOfAnother.End().Should().Be(RunEnd.Ended);
    }

    [Fact]
    public void Who_has_waited_by_time_for_too_long_ends_the_run_whoever_else_is_held()
    {
        const string program = """
            if (args is ["--worker", ..]) { new ManualResetEvent(false).WaitOne(60_000); return; }
            foreach (var worker in Enumerable.Range(1, 4).Select(i => Start($"w{i}")).ToList())
            {
                worker.WaitForExit();
            }
            """;

        var recording = playground.Play(program, Playground.Scenario().OneAtATime());

        recording.End().Should().Be(RunEnd.Timed);
        recording.Signals.OfType<Signal.WaitedByTime>().Where(waited => waited.IsTooLong).Select(waited => waited.Actor.Role).Should().Equal("w1");
    }
}
