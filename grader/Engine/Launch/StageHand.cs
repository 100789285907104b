using Grader.Contract;
using Grader.Launch.Linux;
using Grader.Launch.Stacks;

namespace Grader.Launch;

/// <summary>Does what the steps of a scenario say, each at the moment that the conductor chooses.</summary>
internal sealed class StageHand(Scenario scenario, Stage stage, Roster roster, GateRules rules, Recorder recorder, Laggards laggards, Lazy<LineMap> lines, bool isInTurn)
{
    /// <summary>Holds are in force before the step in front of them has effects, so that nobody slips through in between.</summary>
    public int TakeHolds(int from)
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

    /// <returns>False when nobody stands where the step asks for somebody.</returns>
    public bool Carry(int index, Action startOther, InputPipe? input)
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
            case Step.Lag lag:
                return OnLiving(lag.Who, index, player => MakeLag(player, lag));
            case Step.KillOneAt kill:
                return OnHeld(kill.Gate, index, visit => visit.Player.File.Send(Libc.SignalKill));
            case Step.Kill kill:
                return OnLiving(kill.Who, index, player => player.File.Send(Libc.SignalKill));
            case Step.Signal signal:
                return OnLiving(signal.Who, index, player => player.File.Send(signal.Number));
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

    private void MakeLag(Player player, Step.Lag lag)
    {
        if (lag.IsOfFirst)
        {
            laggards.TakeFirst(player);
        }
        else
        {
            laggards.TakeAllButOne(player, isNewestFirst: !lag.IsOldestFirst);
        }
    }

    private void PassSlowly(Visit visit)
    {
        laggards.TakeToNextGate(visit.Player);
        stage.Pass(visit);
    }

    private bool OnHeld(Point gate, int index, Action<Visit> act)
    {
        var visit = roster.Held.FirstOrDefault(visit => gate.Fits(visit.What));
        return On(visit, index, visit?.Player.Actor, act);
    }

    private bool OnLiving(Who who, int index, Action<Player> act)
    {
        var player = roster.Living
            .Where(player => player.IsKata && who.Fits(player.Actor!.Role))
            .OrderBy(player => player.Actor!.Role, RoleOrder.Instance)
            .FirstOrDefault();
        return On(player, index, player?.Actor, act);
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

    public bool IsMet(Expectation expectation) => expectation switch
    {
        Expectation.Count count => recorder.Happenings.Count(count.Point.Fits) is var n && n >= count.AtLeast && n <= count.AtMost,
        Expectation.Parked parked => roster.Living.Any(player => player.IsKata && parked.Who.Fits(player.Actor!.Role) && player.Visits.Count == 0),
        _ => throw new InvalidOperationException($"Expectation {expectation} is not known."),
    };

    /// <summary>Where everybody stands, for the explanation of a failure. Everything has settled: nobody lags any more.</summary>
    public void ReadStacks()
    {
        laggards.Free();
        foreach (var player in roster.Living.Where(player => player.IsKata).Take(12).ToList())
        {
            recorder.Add(StackReader.Snapshot(player.Actor!, lines.Value));
        }
    }
}
