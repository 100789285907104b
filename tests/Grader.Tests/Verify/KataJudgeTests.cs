using System.Collections.Immutable;
using FluentAssertions;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Grader.Verify;
using Xunit;

namespace Grader.Tests.Verify;

public sealed class KataJudgeTests
{
    [Fact]
    public void All_right_is_passed() => Verdicts.Together(Plays.RightOne(Plays.One("1")).Over(), Plays.RightOne(Plays.One("2")).Over()).Verdict.Should().Be(Verdict.Passed);

    [Fact]
    public void No_scenario_is_no_pass() => Verdicts.Together().Verdict.Should().Be(Verdict.Unknown);

    [Fact]
    public void A_failure_outweighs_an_unknown_and_an_unknown_a_pass()
    {
        var right = Plays.RightOne(Plays.One()).Over();
        var lost = Plays.Run(Plays.One()).Over(RunEnd.Unknown, "lost");
        var wrong = Plays.Run(Plays.One()).Starts("a").Over(RunEnd.Deadlock);
        Verdicts.Together(right, lost).Verdict.Should().Be(Verdict.Unknown);
        Verdicts.Together(right, lost).Reason.Should().Contain("lost");
        Verdicts.Together(right, lost, wrong).Verdict.Should().Be(Verdict.Failed);
    }

    [Fact]
    public void The_root_cause_of_all_scenarios_comes_first()
    {
        var lines = Plays.Run(Plays.One()).Starts("a").Ends("a").Prints("main", "done").Ends("main").Over();
        var early = Plays.Run(Plays.One()).Starts("a").Prints("a", "hello").Prints("main", "done").Ends("a").Ends("main").Over();
        Verdicts.Together(lines, early).Findings.Select(finding => finding.Code).Should().Equal(Code.TooEarly, Code.WrongOutput);
    }

    [Fact]
    public void A_flood_of_processes_is_the_consequence_of_starting_too_many()
    {
        var flood = Plays.Run(Plays.One()).Starts("a").Starts("a", parent: "a").Says(new Signal.LimitHit(Code.ProcessLimit, "more than 64 processes")).Over(RunEnd.Limit);
        Verdicts.Together(flood).Primary!.Code.Should().Be(Code.WrongProcessCount);
        var other = Plays.Run(Plays.One()).Says(new Signal.LimitHit(Code.ProcessLimit, "more than 64 processes")).Over(RunEnd.Limit);
        Verdicts.Together(other).Primary!.Code.Should().Be(Code.ProcessLimit);
    }

    [Fact]
    public void The_same_lines_for_other_arguments_are_hard_coded() =>
        Verdicts.Together(Squared("3", prints: "9"), Squared("4", prints: "9")).Primary!.Code.Should().Be(Code.HardCoded);

    [Fact]
    public void The_same_lines_are_not_hard_coded_when_others_come_out_right()
    {
        Verdicts.Together(Squared("300", prints: "65536"), Squared("400", prints: "65536"), Squared("3", prints: "9")).Primary!.Code.Should().Be(Code.WrongOutput);
        Verdicts.Together(Squared("3", prints: "9"), Squared("4", prints: "9"), Squared("-3", prints: "9")).Primary!.Code.Should().Be(Code.HardCoded);
    }

    [Fact]
    public void Empty_lines_are_lost_items_and_not_hard_coded()
    {
        RunTrace Loses(string item) => Plays.Run(Plays.Items(item) with { Arguments = [item] }).Starts("consumer").Prints("consumer", "").Ends("consumer").Ends("main").Over();
        Verdicts.Together(Loses("Hai"), Loses("Ho")).Findings.Select(finding => finding.Code).Distinct().Should().Equal(Code.LostItem);
    }

    [Fact]
    public void Other_lines_for_other_arguments_are_not() => Verdicts.Together(Squared("3", prints: "9"), Squared("4", prints: "16")).Verdict.Should().Be(Verdict.Passed);

    [Fact]
    public void Wrong_lines_that_follow_the_arguments_are_only_wrong() => Verdicts.Together(Squared("3", prints: "10"), Squared("4", prints: "17")).Primary!.Code.Should().Be(Code.WrongOutput);

    [Fact]
    public void Who_loses_lines_whatever_the_arguments_is_not_hard_coded()
    {
        var one = Plays.Items("got 1", "got 2") with { Arguments = ["2"] };
        var two = Plays.Items("got 1", "got 2", "got 3") with { Arguments = ["3"] };
        RunTrace Loses(Scenario scenario) => Plays.Run(scenario).Starts("consumer").Prints("consumer", "got 1").Ends("consumer").Ends("main").Over();
        Verdicts.Together(Loses(one), Loses(two)).Findings.Select(finding => finding.Code).Distinct().Should().Equal(Code.LostItem);
    }

    [Fact]
    public void Who_loses_lines_and_counts_what_is_left_is_not_hard_coded()
    {
        Scenario Of(int n) => new Scenario([$"{n}"], Outcome.Nothing.Worker("producer")
            .Items(Who.Main, LineOrder.AsListed, Enumerable.Range(1, n).Select(i => $"got {i}")).Main($"total {n}"))
        { Name = $"{n}" };
        RunTrace Loses(int n) => Plays.Run(Of(n)).Starts("producer").Prints("main", "got 1", "total 1").Ends("producer").Ends("main").Over();
        Verdicts.Together(Loses(4), Loses(3)).Primary!.Code.Should().Be(Code.LostItem);
    }

    [Fact]
    public void A_main_without_workers_that_has_some_in_other_runs_started_too_few()
    {
        Scenario Of(int tasks) => new Scenario([$"{tasks}"], Outcome.Nothing.WithWorkers("w1", "w2")
            .Items(Who.AnyWorker, LineOrder.Any, Enumerable.Range(1, tasks).Select(i => $"task {i}")).Main("done"))
        { Name = $"{tasks}" };
        var none = Plays.Run(Of(0)).Prints("main", "done").Ends("main").Over();
        var one = Plays.Run(Of(1)).Starts("w1").Prints("w1", "task 1").Ends("w1").Prints("main", "done").Ends("main").Over();
        Verdicts.Together(none).Primary!.Code.Should().Be(Code.NotAProcess);
        Verdicts.Together(one, none).Findings.Select(finding => finding.Code).Distinct().Should().Equal(Code.WrongProcessCount);
    }

    [Fact]
    public void What_breaks_for_all_arguments_is_not_hard_coded() =>
        Verdicts.Together(Squared("3", "oops", code: 6), Squared("4", "oops", code: 6)).Primary!.Code.Should().Be(Code.Crashed);

    [Fact]
    public void The_same_workers_on_every_machine_are_hard_coded()
    {
        RunTrace On(int cpus)
        {
            string[] names = [.. Enumerable.Range(0, cpus).Select(i => $"cpu-{i}")];
            var scenario = new Scenario(["each"], Outcome.Nothing.WithWorkers(names)) { Name = $"{cpus}" }.Variable("DOTNET_PROCESSOR_COUNT", $"{cpus}");
            return Plays.Run(scenario).Starts("cpu-0").Starts("cpu-1").Ends("cpu-0").Ends("cpu-1").Ends("main").Over();
        }

        Verdicts.Together(On(3), On(5)).Findings.Should().OnlyContain(finding => finding.Code == Code.HardCoded).And.NotBeEmpty();
        Verdicts.Together(On(3), On(2)).Primary!.Code.Should().Be(Code.HardCoded);
        Verdicts.Together(On(2)).Verdict.Should().Be(Verdict.Passed);
    }

    [Fact]
    public void Whatever_breaks_beside_a_second_run_is_a_fixed_name_and_nothing_else()
    {
        var scenario = Plays.One().Hold(Point.Start("a")).StartOther([], Plays.One().Outcome).Must(Point.End(Who.Other(Who.Main)));
        var broken = Plays.Run(scenario).Comes("a").Step()
            .Starts("other main", parent: null).Starts("other a", parent: "other main").Dies("other a", 6).Prints("other main", "done").Ends("other main").Step()
            .Passes("a").Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over();
        broken.Codes().Should().Equal(Code.FixedName);
        Verdicts.Together(broken, Plays.RightOne(Plays.One()).Over()).Findings.Select(finding => finding.Code).Should().Equal(Code.FixedName);
    }

    [Fact]
    public void Two_runs_that_do_not_disturb_each_other_pass()
    {
        var scenario = Plays.One().Hold(Point.Start("a")).StartOther([], Plays.One().Outcome).Must(Point.End(Who.Other(Who.Main)));
        Plays.Run(scenario).Comes("a").Step()
            .Starts("other main", parent: null).Starts("other a", parent: "other main").Prints("other a", "hello").Ends("other a").Prints("other main", "done").Ends("other main").Step()
            .Passes("a").Prints("a", "hello").Ends("a").Prints("main", "done").Ends("main").Over().Codes().Should().BeEmpty();
    }

    /// <summary>A worker that prints the square of the argument, or whatever this program prints.</summary>
    private static RunTrace Squared(string n, string prints, int code = 0)
    {
        var run = Plays.Run(new Scenario([n], Outcome.Nothing.Worker("square", $"{int.Parse(n) * int.Parse(n)}")) { Name = $"square of {n}" }).Starts("square").Prints("square", prints);
        return (code == 0 ? run.Ends("square") : run.Dies("square", code)).Ends("main").Over();
    }
}
