using Grader.Contract;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>A listed line that nobody printed.</summary>
/// <param name="Text">With the process ids filled in.</param>
public sealed record MissingLine(LineRule Rule, string Text);

/// <summary>A printed line and the place in the rule that lists it.</summary>
public sealed record MatchedLine(Occurrence Line, LineRule Rule);

/// <summary>The lines of a run laid beside those that its outcome lists: each printed line uses up one listed line of the same text.</summary>
public sealed class Match
{
    private Match(IReadOnlyList<MatchedLine> matched, IReadOnlyList<MissingLine> missing, IReadOnlyList<Occurrence> unexpected)
    {
        Matched = matched;
        Missing = missing;
        Unexpected = unexpected;
    }

    public IReadOnlyList<MatchedLine> Matched { get; }

    /// <summary>Not those that may be missing; whether a missing line is evidence depends on how the run ended.</summary>
    public IReadOnlyList<MissingLine> Missing { get; }

    public IReadOnlyList<Occurrence> Unexpected { get; }

    public static Match Of(Run run)
    {
        // A rule for one role comes before one for a group: the group's lines are for whoever has none of his own.
        var rules = run.Outcome.Lines.OrderBy(rule => IsForOneRole(run, rule.Who) ? 0 : 1).ToList();
        var open = rules.ConvertAll(rule => rule.Lines.Select(run.Resolve).GroupBy(text => text).ToDictionary(same => same.Key, same => same.Count()));
        var matched = new List<MatchedLine>();
        var unexpected = new List<Occurrence>();
        foreach (var line in run.PrintedLines())
        {
            var role = run.RoleOf(line.Actor);
            var at = Enumerable.Range(0, rules.Count).FirstOrDefault(i => rules[i].Who.Fits(role) && open[i].GetValueOrDefault(line.What.Text) > 0, -1);
            if (at < 0)
            {
                unexpected.Add(line);
            }
            else
            {
                open[at][line.What.Text]--;
                matched.Add(new MatchedLine(line, rules[at]));
            }
        }

        var missing = rules.Zip(open).Where(rule => !rule.First.MayBeMissing)
            .SelectMany(rule => rule.Second.SelectMany(left => Enumerable.Repeat(new MissingLine(rule.First, left.Key), left.Value)));
        return new Match(matched, [.. missing], unexpected);
    }

    public static bool IsForOneRole(Run run, Who who) =>
        who.Name == Who.Main || run.Outcome.Workers.Contains(who.Name) || run.Outcome.OptionalWorkers.Contains(who.Name);
}
