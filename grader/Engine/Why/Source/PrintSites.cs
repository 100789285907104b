using Grader.Contract;
using Grader.Launch;
using Grader.Launch.Stacks;
using Grader.Trace;

namespace Grader.Why.Source;

/// <summary>Where lines are printed. Call sites are read in a few runs only; what these show is true of the others, too.</summary>
internal sealed class PrintSites
{
    private readonly Case @case;
    private readonly ProgramMap program;
    private readonly List<Site> sites;

    public PrintSites(Case @case, ProgramMap program)
    {
        this.@case = @case;
        this.program = program;
        sites =
        [
            .. from trace in @case.Traces
               from reached in trace.Of<Signal.Reached>()
               let place = reached.Fact.From is { } site ? @case.Lines.Find(site) : null
               where place is not null && reached.Fact.What.Moment == Moment.Line
               orderby place.File, place.Line
               select new Site(place, reached.Fact.What.Text, reached.Fact.Actor.Parent is null),
        ];
    }

    /// <summary>Null when neither a run nor the source tells.</summary>
    public SourcePlace? PlaceOf(RunTrace? trace, Occurrence line)
    {
        if (line.What.Moment != Moment.Line)
        {
            return null;
        }

        var text = line.What.Text;
        var main = line.Actor.Parent is null;
        var place = Seen(trace, line) ?? PlaceOf(text, main);
        return place is null ? null : program.CallerOf(place, text, main) ?? place;
    }

    /// <summary>Where main, or a worker, prints lines like this, as other runs and the source tell.</summary>
    public SourcePlace? PlaceOf(string text, bool main) =>
        Same(text, main) ?? LikeFirstWord(text, main) ?? Like(text, main) ?? program.PrintOf(text, main) ?? Only(main) ?? program.PrintOf(text, !main);

    private SourcePlace? Seen(RunTrace? trace, Occurrence line) =>
        trace?.Of<Signal.Reached>().Where(reached => reached.Fact.Actor.Index == line.Actor.Index && reached.Fact.What == line.What)
            .Select(reached => reached.Fact.From).FirstOrDefault(from => from is not null) is { } site ? @case.Lines.Find(site) : null;

    /// <summary>Where the same line was printed in another run.</summary>
    private SourcePlace? Same(string text, bool main) => sites.Find(site => site.Main == main && site.Text == text)?.Place;

    /// <summary>Where a line that comes from the same words was printed in another run.</summary>
    private SourcePlace? Like(string text, bool main) =>
        sites.Find(site => site.Main == main && program.On(site.Place).Any(call => ProgramMap.IsPrint(call) && call.Literals.Any(literal => ProgramMap.FitsPattern(literal, text))))?.Place;

    private SourcePlace? LikeFirstWord(string text, bool main) => sites.Find(site => site.Main == main && site.Text.Split(' ')[0] == text.Split(' ')[0])?.Place;

    /// <summary>The only place where main, or a worker, was ever seen to print.</summary>
    private SourcePlace? Only(bool main) => sites.Where(site => site.Main == main).Select(site => site.Place).Distinct().Take(2).ToList() is [var one] ? one : null;

    private sealed record Site(SourcePlace Place, string Text, bool Main);
}
