using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch;
using Grader.Launch.Stacks;
using Grader.Trace;
using Grader.Verify;
using Grader.Why.Source;

namespace Grader.Why;

/// <summary>A finding in its run: who stood where when the rule was broken.</summary>
internal sealed class Scene
{
    private readonly PrintSites sites;

    public Scene(Finding finding, Case @case, ProgramMap program, PrintSites sites)
    {
        this.sites = sites;
        Finding = finding;
        Case = @case;
        Trace = @case.Traces.FirstOrDefault(trace => trace.Scenario.Name == finding.Scenario);
        Program = program;
        Breaking = finding.Events.Reverse().Select(EventAt).OfType<Event>().Select(AsHappening).FirstOrDefault(found => found is not null);
        var check = finding.Events.Select(EventAt).FirstOrDefault(item => item?.Fact is Signal.Stepped or Signal.Missed);
        Check = check;
        At = check?.Number ?? Breaking?.Number ?? finding.Events.LastOrDefault();
        Settled = Trace?.SettledBefore(At)?.Fact;
        Held = [.. StandingsAtStepBefore(At).Where(standing => (Missing is not null || standing.Actor.Index != Breaking?.Actor.Index))
            .OrderBy(standing => standing.Actor.Role, RoleOrder.Instance)];
        LetGo =
        [
            .. from stepped in Trace?.Of<Signal.Stepped>() ?? []
               where stepped.Event.Number < At && stepped.Fact.Step is Step.ReleaseSlowly
               let passed = Trace!.Of<Signal.Passed>().FirstOrDefault(passed => passed.Event.Number > stepped.Event.Number && passed.Fact.Actor.Index == stepped.Fact.Target?.Index)
               where passed.Event is not null
               select new Occurrence(passed.Event, passed.Fact.Actor, passed.Fact.What),
        ];
        Lagging = Trace?.Of<Signal.Stepped>().Where(stepped => stepped.Event.Number < At && stepped.Fact.Step is Step.Lag).Select(stepped => stepped.Fact).LastOrDefault();
        Stacks = ReadStacks();
    }

    public Finding Finding { get; }

    public Case Case { get; }

    /// <summary>Null when no scenario was played.</summary>
    public RunTrace? Trace { get; }

    /// <summary>What the source says.</summary>
    public ProgramMap Program { get; }

    /// <summary>What somebody did that breaks the rule; null when the rule is broken by what did not happen.</summary>
    public Occurrence? Breaking { get; }

    /// <summary>The step of the scenario whose expectation was not met.</summary>
    public Event? Check { get; }

    /// <summary>The event at which the rule was found broken.</summary>
    public int At { get; }

    public Signal.Settled? Settled { get; }

    /// <summary>Who was held then, the one who breaks the rule excepted.</summary>
    public ImmutableArray<Standing> Held { get; }

    /// <summary>The gates from which somebody had been let go slowly by then.</summary>
    public ImmutableArray<Occurrence> LetGo { get; }

    /// <summary>The step by which threads of somebody lagged by then.</summary>
    public Signal.Stepped? Lagging { get; }

    /// <summary>The stacks that were read then, of each process that was alive.</summary>
    public ImmutableArray<Signal.Stacks> Stacks { get; }

    /// <summary>The event that the caret stands under.</summary>
    public int BreakingNumber => Finding.Code is Code.NeedlessWait or Code.Deadlock ? 0 : Breaking?.Number ?? 0;

    /// <summary>What an unmet expectation asked for and did not get; null when too much happened instead.</summary>
    public string? Missing => Finding.Code is Code.NeedlessWait or Code.WrongProcessCount && Check?.Fact is Signal.Stepped { Step: Step.Check check }
        ? check.Expectations.OfType<Expectation.Count>().Where(IsUnmet).Select(SayMissing).FirstOrDefault()
        : null;

    public Point? MissingPoint => Check?.Fact is Signal.Stepped { Step: Step.Check check }
        ? check.Expectations.OfType<Expectation.Count>().FirstOrDefault(IsUnmet)?.Point
        : null;

    /// <summary>The rule in the words of the kata: that of the law that was broken, else the scenario's, else what holds in every kata.</summary>
    public string Rule => Finding.Code == Code.Orphan && Trace?.Scenario is { Outcome.MainMayEndFirst: true, Rule: { Length: > 0 } own } ? own : HouseRules.Of(Finding.Code) is { Length: > 0 } always ? always : BrokenLaw?.Rule ?? Trace?.Scenario.Rule ?? "";

    /// <summary>The law that the finding is about; null when it is about something else.</summary>
    public Law? BrokenLaw => Finding.Code != Code.TooEarly ? null
        : Trace?.Scenario.Laws.FirstOrDefault(law => Finding.Message.EndsWith(law.Rule, StringComparison.Ordinal))
            ?? Trace?.Scenario.Laws.OfType<Law.Before>().Where(law => Breaking is not null && law.Then.Fits(Breaking.What)).OrderBy(law => IsOverSoon(law) ? 1 : 0).FirstOrDefault();

    /// <summary>How much the scene shows: one in which somebody is held before the rule is broken tells more than a free run.</summary>
    public int Clarity => (Held.IsEmpty ? 0 : 2) + (!Held.IsEmpty && Breaking is not null && Held.All(standing => StoodBefore(standing, Breaking.Event.Segment)) ? 2 : 0);

    /// <summary>
    /// It is found in every run: the schedule proves it. What merely came in the wrong order while everybody was free may come in the right one the next time.
    /// </summary>
    public bool InEveryRun => Trace is null || IsCanonical || Finding.Code switch
    {
        Code.TooEarly => Check is not null || Breaking is null || !OverSoon(),
        Code.Polling or Code.TimedWait or Code.Crashed or Code.LostItem or Code.DuplicateItem or Code.TornItem or Code.WrongOrder or Code.WrongOutput or Code.WrongExitCode or Code.Orphan => false,
        _ => true,
    };

    private bool IsCanonical => Trace is { Scenario: { Pace: Pace.OneAtATime, Seed: null } };

    public Event? EventAt(int number) => Trace is { } trace && number >= 1 && number <= trace.Events.Length ? trace.Events[number - 1] : null;

    /// <summary>The line of source that a line was printed at: as the run tells, else (call sites are not read in every run) as the other runs and the source suggest.</summary>
    public SourcePlace? PlaceOf(Occurrence line) => sites.PlaceOf(Trace, line);

    /// <summary>Where a line would be printed that never came.</summary>
    public SourcePlace? PlaceOfLike(string text, string? role) => sites.PlaceOf(text, role is null or Who.Main);

    /// <summary>Where the line is printed that somebody is held at; null when he is held elsewhere, or it is not known.</summary>
    public SourcePlace? HeldLine(Standing held) => held.HeldAt?.Moment != Moment.Line ? null
        : Trace!.Happenings().LastOrDefault(occurrence => occurrence.Actor.Index == held.Actor.Index && occurrence.What == held.HeldAt) is { } line ? PlaceOf(line) : null;

    public Signal.Stacks? StacksOf(string role) => Stacks.FirstOrDefault(stacks => stacks.Actor.Role == role);

    /// <summary>With one process moving at a time everybody is held in turn; only what a step holds says something.</summary>
    private bool IsHeldByStep(Standing standing) => standing.HeldAt is { } gate
        && Trace!.Scenario.Steps.OfType<Step.Hold>().Any(hold => hold.Gates.Any(point => point.Fits(gate)));

    /// <summary>
    /// Who stood where when the last step was taken, and where he has come to since. With one process moving at a time there may be many settlings after a step;
    /// whom that step let go, or killed, was held when it was taken.
    /// </summary>
    private IEnumerable<Standing> StandingsAtStepBefore(int number)
    {
        var now = Settled?.Standings ?? [];
        var then = Breaking is null && Check is null ? [] : Trace?.RestBefore(number)?.Standings ?? [];
        return now.Concat(then.Where(standing => now.All(other => other.Actor.Index != standing.Actor.Index || !IsHeldByStep(other)))).Where(IsHeldByStep).DistinctBy(standing => standing.Actor.Index);
    }

    private bool StoodBefore(Standing standing, int segment) =>
        Trace!.Happenings().Any(occurrence => occurrence.Event.Segment < segment && occurrence.Actor.Index == standing.Actor.Index && occurrence.What == standing.HeldAt);

    /// <summary>What should have been over was over when everything had settled the next time.</summary>
    private bool OverSoon() => BrokenLaw is not Law.Before law || IsOverSoon(law);

    private bool IsOverSoon(Law.Before law) => Trace!.Events.Where(item => item.Segment <= Breaking!.Event.Segment).Count(item => item.Fact switch
    {
        Signal.Passed passed => law.First.Fits(passed.What),
        Signal.Gone gone => law.First.Moment != Moment.Line && law.First.Who.Fits(gone.Actor.Role),
        _ => false,
    }) >= law.Count;

    private ImmutableArray<Signal.Stacks> ReadStacks()
    {
        if (Trace is null)
        {
            return [];
        }

        var from = Trace.SettledBefore(At)?.Event.Number ?? 0;
        var until = Trace.Of<Signal.Settled>().Select(settled => settled.Event.Number).FirstOrDefault(number => number > At, int.MaxValue);
        var near = Trace.Of<Signal.Stacks>().Where(stacks => stacks.Event.Number > from && stacks.Event.Number < until).ToList();
        return [.. near.Select(stacks => stacks.Fact).GroupBy(stacks => stacks.Actor.Index).Select(group => group.Last()).OrderBy(stacks => stacks.Actor.Index)];
    }

    private Occurrence? AsHappening(Event item) => item.Fact switch
    {
        Signal.Passed passed => new Occurrence(item, passed.Actor, passed.What),
        _ => Queries.HappeningOf(item),
    };

    private bool IsUnmet(Expectation.Count count) => Trace!.HappeningsBefore(Check!.Number).Count(occurrence => count.Point.Fits(occurrence.What)) < count.AtLeast;

    private string SayMissing(Expectation.Count count)
    {
        var soFar = Trace!.HappeningsBefore(Check!.Number).Count(occurrence => count.Point.Fits(occurrence.What));
        return count.AtLeast == 1 ? $"{count.Point} had not come" : $"{count.Point} had come {soFar} of {count.AtLeast} times";
    }
}
