using System.Collections.Immutable;
using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Grader.Verify;
using Grader.Why;

namespace Grader;

/// <summary>
/// What explains a failure is played once more, now with the places in the source that lines come from: they cost time, and a right submission needs none.
/// It is played in turn, and chosen by what is seen there, so that the same is told every time, whatever was chance the first time.
/// </summary>
internal sealed class Retelling(Workshop workshop, KataProgram program)
{
    // Enough to say that it is not one scenario alone.
    private const int MostScenarios = 3;

    /// <param name="first">All runs of a submission that failed.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <returns>The runs to tell from, without their accidents, and what they show; the first of it has the code that the submission failed with.</returns>
    public async Task<(ImmutableArray<Played> Told, ImmutableArray<Finding> Findings)> Of(ImmutableArray<Played> first, CancellationToken cancel)
    {
        var findings = KataJudge.On(first).Findings;
        var code = findings[0].Code;
        if (Code.Unsurpassed.Contains(code))
        {
            return (first, findings); // Who met a limit meets it anywhere: no line explains it.
        }

        return Shown(await PlayInTurn(first, code, cancel), code)
            ?? Shown(await PlayFreely(first, [.. findings.Where(finding => finding.Code == code)], cancel), code)
            ?? (first, findings);
    }

    private async Task<ImmutableArray<Played>> PlayInTurn(ImmutableArray<Played> first, string code, CancellationToken cancel)
    {
        var slow = Slow(first, code, first);
        var played = await PlayInTurn(slow.Length > 0 ? slow : first, first, code, cancel);

        // What chance has shown the first time it may not show now: then slowness shows it after all.
        var slowAfterAll = slow.Length > 0 ? [] : Slow(first, code, played);
        return slowAfterAll.Length > 0 ? await PlayInTurn(slowAfterAll, first, code, cancel) : played;
    }

    /// <summary>In the order of the scenarios until it has been shown often enough. What came at the wrong time is shown best where somebody was held.</summary>
    private async Task<ImmutableArray<Played>> PlayInTurn(ImmutableArray<Played> chosen, ImmutableArray<Played> first, string code, CancellationToken cancel)
    {
        var isOfTime = code is Code.TooEarly or Code.NeedlessWait;

        // A name that is fixed disturbs whatever is played beside: only what was played for it is played again.
        var scenarios = chosen.Select(one => one.Trace.Scenario).Where(scenario => code != Code.FixedName || scenario.Other is not null)
            .OrderBy(scenario => !isOfTime || IsCanonical(scenario) ? 0 : scenario.Other is null && scenario.Steps.Any(step => step is Step.Hold) ? 1 : 2);
        var shows = 0;
        var recordings = await workshop.PlayUntil(IsEnough, program, scenarios, Knowing(first, Manner.ToldInTurn), cancel);

        // Those that began last may have been over first: what is told ends where it is enough in the order of the scenarios.
        var played = recordings.Select(Played.From).ToList();
        var last = played.Index().Where(one => Shows(one.Item)).Skip(MostScenarios - 1).Select(one => one.Index).FirstOrDefault(played.Count - 1);
        return [.. played.Take(last + 1)];

        bool IsEnough(Recording recording) => Shows(Played.From(recording)) && Interlocked.Increment(ref shows) >= MostScenarios;

        bool Shows(Played one) => one.Verdict.Findings.FirstOrDefault()?.Code == code && (!isOfTime || one.Verdict.Findings.Any(finding => finding.Code == code && IsByExpectation(one, finding)));

        // What came too early while nobody was held may come in time the next time.
        static bool IsByExpectation(Played one, Finding finding) => finding.Events.Any(number => one.Trace.Events[number - 1].Fact is Signal.Stepped);
    }

    private static bool IsCanonical(Scenario scenario) => scenario is { Pace: Pace.OneAtATime, Seed: null, Other: null };

    private static ImmutableArray<Played> Slow(ImmutableArray<Played> first, string code, ImmutableArray<Played> seen) => [.. first.Where(one => TakesSlowness(one, code, seen))];

    /// <summary>It is shown by what others do while somebody goes slowly: the scenarios in which nobody does show it by chance, if they do.</summary>
    private static bool TakesSlowness(Played one, string code, ImmutableArray<Played> seen)
    {
        var meanwhile = one.Trace.HappeningsWhileSomebodyGoesSlowly().Select(occurrence => occurrence.Number).ToList();
        var finding = one.Verdict.Findings.FirstOrDefault(finding => finding.Code == code);
        return finding is not null && meanwhile.Count > 0
            && (finding.Events.Any(meanwhile.Contains) || seen.Any(other => IsCanonical(other.Trace.Scenario) && other.Verdict.Verdict == Verdict.Passed));
    }

    /// <summary>What is not there when one goes on after the other: the runs that showed it first, as they were, but with the places in the source.</summary>
    private async Task<ImmutableArray<Played>> PlayFreely(ImmutableArray<Played> first, ImmutableArray<Finding> shown, CancellationToken cancel)
    {
        const int scenes = 2;
        var chosen = shown.Select(finding => finding.Scenario).Distinct().Take(scenes).ToHashSet();
        return [.. await Task.WhenAll(first.Select(one => chosen.Contains(one.Verdict.Scenario) ? PlayFreely(one, cancel) : Task.FromResult(one)))];
    }

    private async Task<Played> PlayFreely(Played first, CancellationToken cancel)
    {
        const int tries = 2;
        var manner = Knowing([first], Manner.Told);
        for (var i = 0; i < tries; i++)
        {
            var again = Played.From(await workshop.Play(program, first.Trace.Scenario, manner, cancel));
            if (Broken(again).SequenceEqual(Broken(first)))
            {
                return again;
            }
        }

        return first;

        static IEnumerable<(string Code, string? Role)> Broken(Played played) => played.Verdict.Findings.Select(finding => (finding.Code, finding.Role));
    }

    /// <summary>What takes time to be sure of is sure by now.</summary>
    public static Manner Knowing(ImmutableArray<Played> runs, Manner manner) => manner with
    {
        LongWaits =
        [
            .. from run in runs
               from waited in run.Trace.Of<Signal.WaitedByTime>()
               where waited.Fact.IsTooLong
               select LongWait.Of(run.Trace.Scenario.Name, waited.Fact.Actor.Role, waited.Fact.Stack) into wait
               where wait is not null
               select wait,
        ],
        Pollers = [.. from run in runs from polled in run.Trace.Of<Signal.Polled>() select new Poller(polled.Fact.Actor.Role, Poller.PlaceOf(polled.Fact.Stack))],
    };

    /// <summary>What the runs show, when the root cause is among it. What would be a deeper cause is there by chance: the verdict is what it is.</summary>
    private static (ImmutableArray<Played> Told, ImmutableArray<Finding> Findings)? Shown(ImmutableArray<Played> played, string code)
    {
        ImmutableArray<Played> told = [.. played.Select(one => Played.From(Canonical.Of(one.Trace)))];
        var findings = KataJudge.On(told).Findings;
        return findings.Any(finding => finding.Code == code)
            ? (told, [.. findings.Where(finding => Code.InOrder.IndexOf(finding.Code) >= Code.InOrder.IndexOf(code))])
            : null;
    }
}
