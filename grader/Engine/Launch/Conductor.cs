using Grader.Contract;
using Grader.Launch.Settling;

namespace Grader.Launch;

/// <summary>Plays the steps of a scenario on a stage: everything settles before each of them.</summary>
internal sealed class Conductor(Scenario scenario, Stage stage, StageHand hand, Roster roster, Settler settler, GateRules rules, Recorder recorder, Laggards laggards, Manner manner)
{
    private readonly Random? dice = scenario.Seed is { } seed ? new Random(seed) : null;
    private readonly bool isOneByOne = scenario.Pace == Pace.OneAtATime || manner.InTurn;
    private readonly bool isInTurn = manner.IsInTurn(scenario);

    /// <summary>Called whenever everything has settled, before anybody goes on.</summary>
    public Action AtRest { get; init; } = () => { };

    /// <param name="startMain">Starts main; the holds that open the schedule are in force by then.</param>
    /// <param name="startOther">Starts the second run's main.</param>
    /// <param name="input">Main's standard input; null when no step speaks of it.</param>
    public RunEnd Play(Action startMain, Action startOther, InputPipe? input)
    {
        var next = hand.TakeHolds(0);
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

            hasMissed |= !hand.Carry(next, startOther, input);
            stage.PassWhoIsFree();
            next = hasMissed ? next : hand.TakeHolds(next + 1) - 1;
        }

        // What the last step set off is over before everybody is let go: a signal is not overtaken by the release.
        var isUnderWay = scenario.Steps is [.., not (Step.Hold or Step.Check)];
        return (isUnderWay ? SettleBefore(step: null) : null) ?? PlayFinale();
    }

    private static bool ComesFromOutside(Step step) => step is Step.Kill or Step.Signal or Step.Type or Step.CloseInput;

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
                hand.ReadStacks();
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
            else if (!closely && step is Step.Check check && !check.Expectations.All(hand.IsMet))
            {
                closely = true;
            }
            else
            {
                return null;
            }
        }
    }

    /// <summary>Nobody can go on by himself, and no laggard can either, if it is the laggards' turn at all.</summary>
    private Settlement Settle(bool mainMayWait, bool closely, bool includingHeldBySteps)
    {
        Settlement settlement;
        do
        {
            settlement = settler.Settle(mainMayWait, closely, anybodyIsNext: () => isInTurn && NextByChoice(includingHeldBySteps) is not null);
            laggards.EndTurn();
        }
        while (settlement is { IsTooLong: false, Stillness: not Stillness.Polling } && NextByChoice(includingHeldBySteps) is null && laggards.GoOn(settlement.IsSomebodyAwake));

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
}
