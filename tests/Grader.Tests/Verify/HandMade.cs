using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Grader.Verify;

namespace Grader.Tests.Verify;

/// <summary>A run written by hand: what the conductor would have yielded. Roles stand for processes; main is there from the beginning.</summary>
internal sealed class HandMade(Scenario scenario)
{
    private readonly ImmutableArray<Signal>.Builder signals = ImmutableArray.CreateBuilder<Signal>();
    private readonly Dictionary<string, Actor> actors = [];
    private readonly Dictionary<int, int> lines = [];
    private readonly Dictionary<int, (Actor Actor, Happening? HeldAt)> alive = [];
    private int nextStep;

    public static HandMade Run(Scenario scenario) => new HandMade(scenario).Starts(Who.Main, parent: null);

    /// <summary>A process appears and passes its start gate.</summary>
    public HandMade Starts(string role, string? parent = Who.Main, bool printsToMain = true, bool throughShell = false, bool isKata = true, params string[] told)
    {
        Appears(role, parent, printsToMain, throughShell, isKata, told);
        return isKata ? Reaches(role, Moment.Start).Passes(role) : this;
    }

    /// <summary>A process appears and stands at its start gate.</summary>
    public HandMade Comes(string role, string? parent = Who.Main) => Appears(role, parent).Reaches(role, Moment.Start);

    public HandMade Prints(string role, params string[] texts)
    {
        foreach (var text in texts)
        {
            Reaches(role, Moment.Line, text).Passes(role);
        }

        return this;
    }

    /// <summary>A process stands at a gate.</summary>
    public HandMade Reaches(string role, Moment moment, string text = "", int? code = null)
    {
        var actor = actors[role];
        var nth = moment == Moment.Line ? lines[actor.Index] = lines.GetValueOrDefault(actor.Index) + 1 : 0;
        var what = new Happening(moment, role, text, nth);
        alive[actor.Index] = (actor, what);
        return Says(new Signal.Reached(actor, what, code));
    }

    /// <summary>The process goes on from the gate that it stands at.</summary>
    public HandMade Passes(string role)
    {
        var actor = actors[role];
        var what = alive[actor.Index].HeldAt!;
        alive[actor.Index] = (actor, null);
        return Says(new Signal.Passed(actor, what));
    }

    /// <summary>The process leaves through its exit gate and is gone.</summary>
    public HandMade Ends(string role, int code = 0) => Reaches(role, Moment.Exit, code: code).Passes(role).IsGone(role, new ExitStatus(code, null));

    public HandMade Dies(string role, int signal) => IsGone(role, new ExitStatus(null, signal));

    public HandMade IsGone(string role, ExitStatus status)
    {
        alive.Remove(actors[role].Index);
        return Says(new Signal.Gone(actors[role], status));
    }

    /// <summary>Everything settles, and the next step of the scenario that is not a hold is carried out.</summary>
    public HandMade Step(string? target = null, Stillness stillness = Stillness.Still)
    {
        Settles(stillness);
        while (scenario.Steps[nextStep] is Contract.Step.Hold)
        {
            nextStep++;
        }

        Says(new Signal.Stepped(nextStep, scenario.Steps[nextStep], target is null ? null : actors[target]));
        nextStep++;
        return this;
    }

    public HandMade Settles(Stillness stillness = Stillness.Still) =>
        Says(new Signal.Settled(stillness, [.. alive.Values.Select(one => new Standing(one.Actor, one.HeldAt))]));

    public HandMade Misses(string reason = "nobody is there")
    {
        Settles();
        while (scenario.Steps[nextStep] is Contract.Step.Hold)
        {
            nextStep++;
        }

        return Says(new Signal.Missed(nextStep, scenario.Steps[nextStep], reason));
    }

    public HandMade WaitsByTime(string role, bool tooLong = false) => Says(new Signal.WaitedByTime(actors[role], new ThreadStack(1, "", "futex",
        [new Frame("System.Threading.Thread.Sleep", null, 0), new Frame("Program.Main", "Program.cs", 7)]), tooLong));

    public HandMade Polls(string role) => Says(new Signal.Polled(actors[role], null));

    public HandMade Says(Signal signal)
    {
        signals.Add(signal);
        return this;
    }

    public RunTrace Over(RunEnd how = RunEnd.Ended, string reason = "", bool inTurn = false)
    {
        Settles();
        Says(new Signal.Ended(how, reason));
        return RunTrace.From(new Recording(scenario, signals.ToImmutable()) { InTurn = inTurn });
    }

    private HandMade Appears(string role, string? parent, bool printsToMain = true, bool throughShell = false, bool isKata = true, params string[] told)
    {
        // The same role once more is another process.
        var index = signals.OfType<Signal.Appeared>().Count();
        var actor = new Actor(index, 100 + index, 100 + index, role, parent is null ? null : actors[parent].Index, isKata, printsToMain, throughShell, ["--worker", role, .. told]);
        actors[role] = actor;
        alive[index] = (actor, null);
        return Says(new Signal.Appeared(actor));
    }
}

/// <summary>Short questions about verdicts.</summary>
internal static class Verdicts
{
    public static string[] Codes(this RunTrace trace) => [.. Judge.On(trace).Findings.Select(finding => finding.Code)];

    public static string? Primary(this RunTrace trace) => trace.Codes().FirstOrDefault();

    public static KataVerdict Together(params RunTrace[] traces) => KataJudge.On([.. traces.Select(Played.From)]);
}
