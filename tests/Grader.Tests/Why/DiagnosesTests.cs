using System.Collections.Immutable;
using FluentAssertions;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Launch.Stacks;
using Grader.Tests.Verify;
using Grader.Trace;
using Grader.Verify;
using Grader.Why;
using Xunit;

namespace Grader.Tests.Why;

public class DiagnosesTests
{
    private static readonly Scenario Waits = new Scenario(["3"], Outcome.Nothing.Worker("square").Worker("cube"))
    {
        Name = "cube waits",
    }.Hold(Point.Exit("square")).Never(Point.Start("cube")).Because("cube is started after square has ended.");

    [Fact]
    public void A_missing_join_is_said_of_this_program_with_its_line()
    {
        var trace = HandMade.Run(Waits).Starts("square").Reaches("square", Moment.Exit).Starts("cube").Step().Passes("square").IsGone("square", new ExitStatus(0, null)).Ends("cube").Ends("main").Over();

        var diagnosis = Explain(trace,
            Call(20, "Start", "Process", "square", "square"),
            Call(21, "Start", "Process", "cube", "cube"),
            Call(22, "WaitForExit", "square"));

        diagnosis.Finding.Code.Should().Be(Code.TooEarly);
        diagnosis.Place.Should().Be(new SourcePlace("Program.cs", 21));
        diagnosis.Sentence.Should().Be("main does not wait for `square`: `cube` is started at Program.cs:21 while `square` is still there. It is waited for only at Program.cs:22.");
        diagnosis.WhatWasHeld.Should().Be("The program ran with `3`, and the grader held `square` at its exit. Then `cube` started.");
        diagnosis.Rule.Should().Be("cube is started after square has ended.");
        diagnosis.Timeline.Should().Equal(
            "main                     square                   cube",
            "─────                    ──────                   ─────",
            "starts",
            "│                        starts",
            "│                        at its exit ■",
            "│                        │                        starts",
            "                                                  ^^^^^^");
    }

    [Fact]
    public void Waiting_before_draining_is_told_as_a_circle()
    {
        var scenario = new Scenario([], Outcome.Nothing.Worker("big")) { Name = "drain" };
        var run = HandMade.Run(scenario).Starts("big").Settles();
        var main = new Actor(0, 100, 100, "main", null, true, true, false, []);
        var big = new Actor(1, 101, 101, "big", 0, true, false, false, []);
        var joins = new ThreadStack(100, "kata", "futex", [new Frame("System.Diagnostics.Process.WaitForExit", null, 0), new Frame("Program.Main", "Program.cs", 14)]);
        var writes = new ThreadStack(101, "kata", "write", [new Frame("System.IO.StreamWriter.Write", null, 0), new Frame("Program.Big", "Program.cs", 31)])
        {
            Wait = new KernelWait("write", Target: "pipe:[7]", Reads: false),
        };
        run.Says(new Signal.Stacks(main, [joins]) { Files = [new OpenFile(40, "pipe:[7]", Reads: true, Writes: false)] });
        run.Says(new Signal.Stacks(big, [writes]) { Files = [new OpenFile(1, "pipe:[7]", Reads: false, Writes: true)] });
        var facts = run.Over(RunEnd.Deadlock).Events.Select(item => item.Fact).ToList();
        facts.RemoveAt(facts.FindLastIndex(fact => fact is Signal.Settled));
        var trace = RunTrace.From(new Recording(scenario, [.. facts]));

        var diagnosis = Explain(trace);

        diagnosis.Finding.Code.Should().Be(Code.Deadlock);
        diagnosis.Place.Should().Be(new SourcePlace("Program.cs", 14));
        string.Join(' ', diagnosis.Circle.Select(line => line.Trim())).Should().Be(
            "main waits at Program.cs:14 in `Process.WaitForExit` for `big` to end. "
            + "`big` waits at Program.cs:31 in `StreamWriter.Write` for room in its standard output: it is full (a pipe holds 64 KiB), and only main could read it. "
            + "The circle: main → `big` → main. Each waits for the next, so nobody can go on.");
        diagnosis.TryThis.Should().Contain("first");
    }

    [Fact]
    public void A_wrong_line_is_shown_beside_the_right_one_with_its_blanks()
    {
        var scenario = new Scenario([], Outcome.Nothing.Main("one", "two")) { Name = "lines" };
        var trace = HandMade.Run(scenario).Prints("main", "one", "two ").Ends("main").Over();

        var diagnosis = Explain(trace);

        diagnosis.Finding.Code.Should().Be(Code.WrongOutput);
        diagnosis.Evidence.Should().Equal("Main (- is missing, + should not be there):", "  one", "- two", "+ two·");
    }

    [Fact]
    public void A_crash_names_the_exception_and_its_first_line_in_the_learners_code()
    {
        var scenario = new Scenario([], Outcome.Nothing) { Name = "crash" };
        var trace = HandMade.Run(scenario).Dies("main", 6)
            .Says(new Signal.StandardError("Unhandled exception. System.FormatException: bad \e[1m\n   at System.Int32.Parse(String s)\n   at Program.Main() in Program.cs:line 7\n")).Over();

        var diagnosis = Explain(trace);

        diagnosis.Place.Should().Be(new SourcePlace("Program.cs", 7));
        diagnosis.Sentence.Should().Be("main died of an exception that nobody caught at Program.cs:7: System.FormatException, `bad ␛[1m`.");
        diagnosis.Evidence.Should().HaveCount(3);
    }

    [Fact]
    public void A_compilers_error_has_its_line_and_a_caret()
    {
        var diagnosis = Diagnoses.Of("05-x", null, [new CompilerError("Program.cs", 3, 9, "CS1002", "; expected", "    F()")]).Single();

        diagnosis.Primary.Should().BeTrue();
        diagnosis.Sentence.Should().Be("; expected (CS1002)");
        diagnosis.Evidence.Should().Equal("    F()", "       ^");
        diagnosis.Replay.Should().Be("dotnet run --project grader/Cli -- grade 05");
    }

    private static Diagnosis Explain(RunTrace trace, params ImmutableArray<SourceCall> calls)
    {
        var findings = Judge.On(trace).Findings;
        var all = Diagnoses.Of(new Case("05-one-after-another", null, findings, [trace], new SourceFacts(calls, ImmutableDictionary<string, ImmutableArray<string>>.Empty), LineMap.Empty));
        all[0].Primary.Should().BeTrue();
        return all[0];
    }

    private static SourceCall Call(int line, string name, string receiver, string assignedTo = "", params ImmutableArray<string> literals) =>
        new("Program.cs", line, "Main", name, receiver, assignedTo, literals, [], 0);
}
