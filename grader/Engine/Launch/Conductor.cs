using Grader.Contract;
using Grader.Launch.Linux;
using Grader.Launch.Settling;
using Grader.Launch.Stacks;

namespace Grader.Launch;

/// <summary>Plays the steps of a scenario on a stage: everything settles before each of them.</summary>
internal sealed class Conductor(Scenario scenario, Stage stage, Roster roster, Settler settler, GateRules rules, Recorder recorder, Lazy<LineMap> lines, Manner manner)
{
    private SteppedProcess? stepped;
    private readonly Random? dice = scenario.Seed is { } seed ? new Random(seed) : null;
    private readonly bool isOneByOne = scenario.Pace == Pace.OneAtATime || manner.InTurn;
    private readonly bool isInTurn = scenario.Pace == Pace.Free && manner.InTurn;

    /// <summary>To be called again and again while something goes on.</summary>
    public void Watch() => stepped?.Look();

    /// <summary>Called whenever everything has settled, before anybody goes on.</summary>
    public Action AtRest { get; init; } = () => { };

    /// <param name="startMain">Starts main; the holds that open the schedule are in force by then.</param>
    /// <param name="startOther">Starts the second run's main.</param>
    /// <param name="input">Main's standard input; null when no step speaks of it.</param>
    public RunEnd Play(Action startMain, Action startOther, InputPipe? input)
    {
        var next = TakeHolds(0);
        var hasMissed = false;
        startMain();
        for (; next < scenario.Steps.Length; next++)
        {
            // When the program has left the schedule, what comes from outside still comes: nobody waits in vain for a signal or the end of input.
            if (hasMissed && !ComesFromOutside(scenario.Steps[next]))
            {
                continue;
            }

            if (SettleBefore(scenario.Steps[next]) is { } end)
            {
                return end;
            }

            hasMissed |= !Carry(next, startOther, input);
            stage.PassWhoIsFree();
            next = hasMissed ? next : TakeHolds(next + 1) - 1;
        }

        // What the last step set off is over before everybody is let go: a signal is not overtaken by the release.
        var isUnderWay = scenario.Steps is [.., not (Step.Hold or Step.Check)];
        return (isUnderWay ? SettleBefore(step: null) : null) ?? PlayFinale();
    }

    private static bool ComesFromOutside(Step step) => step is Step.Kill or Step.Signal or Step.Type or Step.CloseInput;

    /// <summary>Holds are in force before the step in front of them has effects, so that nobody slips through in between.</summary>
    private int TakeHolds(int from)
    {
        for (; from < scenario.Steps.Length && scenario.Steps[from] is Step.Hold hold; from++)
        {
            foreach (var gate in hold.Gates)
            {
                rules.Close(gate);
            }
        }

        return from;
    }

    private RunEnd PlayFinale()
    {
        recorder.Add(new Signal.Finale());
        if (!isOneByOne)
        {
            rules.OpenEverything();
            stage.PassWhoIsFree();
        }

        var closely = false;
        while (true)
        {
            var settlement = Settle(mainMayWait: false, closely, includingHeldBySteps: true);
            if (!roster.Living.Any())
            {
                return RunEnd.Ended;
            }

            if (roster.OnlyOtherProgramsLive)
            {
                roster.Living.ToList().ForEach(player => recorder.Add(new Signal.Leftover($"the process {player.Actor?.Role ?? "[?]"}")));
                return RunEnd.Ended;
            }

            if (settlement.Stillness == Stillness.Polling)
            {
                return RunEnd.Polling;
            }

            if (settlement.IsTooLong && !MainMayWait())
            {
                return RunEnd.Timed;
            }

            if (NextByChoice(includingHeldBySteps: true) is { } visit)
            {
                stage.Pass(visit);
            }
            else if (settlement.Stillness == Stillness.Timed)
            {
                return RunEnd.Timed;
            }
            else if (closely)
            {
                ReadStacks();
                return RunEnd.Deadlock;
            }
            else
            {
                closely = true;
            }
        }
    }

    /// <summary>
    /// Settles; with one process moving at a time, lets the next go until nobody is held but by the scenario's own steps.
    /// Where main may wait by time, that counts as settled, unless something is expected that may still come of it: then everybody is looked at closely.
    /// </summary>
    private RunEnd? SettleBefore(Step? step)
    {
        var closely = false;
        while (true)
        {
            var settlement = Settle(MainMayWait() && !closely, closely, includingHeldBySteps: false);
            if (settlement.Stillness == Stillness.Polling)
            {
                return RunEnd.Polling;
            }

            var next = NextByChoice(includingHeldBySteps: false);
            if (settlement.Stillness == Stillness.Timed && !MainMayWait() && (settlement.IsTooLong || !isInTurn || next is null))
            {
                return RunEnd.Timed;
            }

            if (next is not null)
            {
                stage.Pass(next);
            }
            else if (!closely && step is Step.Check check && !check.Expectations.All(IsMet))
            {
                closely = true;
            }
            else
            {
                return null;
            }
        }
    }

    private Settlement Settle(bool mainMayWait, bool closely, bool includingHeldBySteps)
    {
        var settlement = settler.Settle(mainMayWait, closely, anybodyIsNext: () => isInTurn && NextByChoice(includingHeldBySteps) is not null);
        AtRest();
        if (recorder.Signals is not [.., Signal.Settled before] || before.Stillness != settlement.Stillness)
        {
            recorder.Add(new Signal.Settled(
                settlement.Stillness,
                [.. roster.Living.Where(player => player.Actor is not null).Select(player => new Standing(player.Actor!, player.Visits.FirstOrDefault()?.What))]));
        }

        return settlement;
    }

    private bool MainMayWait() => scenario.Surroundings.MainMayWaitByTimeUntil is { } point && !recorder.Happenings.Any(point.Fits);

    /// <summary>Whom the pace lets go: the first held one in order of role, or by the seed's dice. In turn: who has come least far.</summary>
    private Visit? NextByChoice(bool includingHeldBySteps)
    {
        if (!isOneByOne)
        {
            return null;
        }

        var held = roster.Held.Where(visit => includingHeldBySteps || !rules.IsHeldByStep(visit.What)).OrderBy(visit => isInTurn ? visit.Player.Passes : 0).ToList();
        return held.Count == 0 ? null : held[dice?.Next(held.Count) ?? 0];
    }

    /// <returns>False when nobody stands where the step asks for somebody.</returns>
    private bool Carry(int index, Action startOther, InputPipe? input)
    {
        var step = scenario.Steps[index];
        switch (step)
        {
            case Step.Check check:
                recorder.Add(new Signal.Stepped(index, step, null));
                if (check.Expectations.Any(expectation => !IsMet(expectation)))
                {
                    ReadStacks();
                }

                return true;
            case Step.Release release:
                foreach (var gate in release.Gates)
                {
                    rules.Open(gate);
                }

                recorder.Add(new Signal.Stepped(index, step, null));
                TakeHolds(index + 1);
                roster.Held.Where(visit => !isInTurn && release.Gates.Any(gate => gate.Fits(visit.What))).ToList().ForEach(stage.Pass);
                return true;
            case Step.ReleaseOne release:
                return OnHeld(release.Gate, index, stage.Pass);
            case Step.ReleaseSlowly release:
                return OnHeld(release.Gate, index, PassSlowly);
            case Step.ReleaseAlone release:
                return OnHeld(release.Gate, index, PassAlone);
            case Step.KillOneAt kill:
                return OnHeld(kill.Gate, index, visit => visit.Player.File.Send(Linux.Libc.SignalKill));
            case Step.Kill kill:
                return Signal(kill.Who, Linux.Libc.SignalKill, index);
            case Step.Signal signal:
                return Signal(signal.Who, signal.Number, index);
            case Step.Type type:
                recorder.Add(new Signal.Stepped(index, step, null));
                TakeHolds(index + 1);
                input!.Type(type.Line);
                return true;
            case Step.CloseInput:
                recorder.Add(new Signal.Stepped(index, step, null));
                TakeHolds(index + 1);
                input!.End();
                return true;
            case Step.StartOther:
                recorder.Add(new Signal.Stepped(index, step, null));
                TakeHolds(index + 1);
                startOther();
                return true;
            default:
                throw new InvalidOperationException($"Step {step} is not known.");
        }
    }

    /// <summary>
    /// From one system call to the next, until it comes to a gate or ends, or waits itself. Where a process may not be stopped it goes on like any other: then
    /// less is seen, and nothing that is not there.
    /// </summary>
    private void PassSlowly(Visit visit)
    {
        const int mostCalls = 5000;
        using var process = SteppedProcess.Stop(ThreadsOf(visit).Select(thread => thread.ThreadId));
        stepped = process;
        try
        {
            stage.Pass(visit, meanwhile: process is null ? null : () => process.GoOn());
            var passes = visit.Player.Passes;
            for (var i = 0; i < mostCalls && process is not null; i++)
            {
                if (SettleBefore(step: null) is not null || visit.Player.Visits.Count > 0 || visit.Player.Passes != passes || !process.GoOn())
                {
                    break;
                }
            }
        }
        finally
        {
            stepped = null;
        }
    }

    /// <summary>Its other threads are stopped meanwhile, but for those of the runtime: these do what the one needs.</summary>
    private void PassAlone(Visit visit)
    {
        using var process = SteppedProcess.Stop(ThreadsOf(visit).Where(thread => !BlockedCall.IsAtGate(thread) && !BlockedCall.IsRuntimes(thread)).Select(thread => thread.ThreadId));
        stepped = process;
        try
        {
            stage.Pass(visit);
            SettleBefore(step: null);
        }
        finally
        {
            stepped = null;
        }
    }

    private static IEnumerable<ThreadSample> ThreadsOf(Visit visit) =>
        ProcFile.Numbers($"/proc/{visit.Player.Pid}/task").Select(thread => ThreadSample.Read(visit.Player.Pid, thread)).OfType<ThreadSample>().ToList();

    private bool OnHeld(Point gate, int index, Action<Visit> act)
    {
        var visit = roster.Held.FirstOrDefault(visit => gate.Fits(visit.What));
        return On(visit, index, visit?.Player.Actor, act);
    }

    private bool Signal(Who who, int number, int index)
    {
        var player = roster.Living
            .Where(player => player.IsKata && who.Fits(player.Actor!.Role))
            .OrderBy(player => player.Actor!.Role, RoleOrder.Instance)
            .FirstOrDefault();
        return On(player, index, player?.Actor, target => target.File.Send(number));
    }

    private bool On<T>(T? target, int index, Actor? actor, Action<T> act)
        where T : class
    {
        var step = scenario.Steps[index];
        if (target is null)
        {
            recorder.Add(new Signal.Missed(index, step, "nobody is there"));
            return false;
        }

        recorder.Add(new Signal.Stepped(index, step, actor));
        TakeHolds(index + 1);
        act(target);
        return true;
    }

    private bool IsMet(Expectation expectation) => expectation switch
    {
        Expectation.Count count => recorder.Happenings.Count(count.Point.Fits) is var n && n >= count.AtLeast && n <= count.AtMost,
        Expectation.Parked parked => roster.Living.Any(player => player.IsKata && parked.Who.Fits(player.Actor!.Role) && player.Visits.Count == 0),
        _ => throw new InvalidOperationException($"Expectation {expectation} is not known."),
    };

    /// <summary>Where everybody stands, for the explanation of a failure.</summary>
    private void ReadStacks()
    {
        foreach (var player in roster.Living.Where(player => player.IsKata).Take(12).ToList())
        {
            recorder.Add(StackReader.Snapshot(player.Actor!, lines.Value));
        }
    }
}
