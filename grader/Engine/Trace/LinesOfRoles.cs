using Grader.Contract;

namespace Grader.Trace;

/// <summary>
/// The lines of each role, for the snapshots of katas whose interleaving is not fixed. What the kata leaves open is sorted away:
/// the lines of a group stand together, and lines whose order is free are sorted.
/// </summary>
public static class LinesOfRoles
{
    public static IEnumerable<string> Tell(RunTrace trace)
    {
        var names = new Names(trace);
        var blocks = trace.PrintedLines()
            .Select(line => (Rule: RuleOf(trace.Scenario, line), Line: line))
            .GroupBy(found => found.Rule is { } rule && IsGroup(trace, rule) ? rule.Who.Name : found.Line.Actor.Role)
            .OrderBy(block => block.Key, RoleOrder.Instance);
        foreach (var block in blocks)
        {
            yield return $"{block.Key}:";
            foreach (var line in InOrder([.. block.Select(found => (found.Rule, names.Plain(found.Line.What.Text)))]))
            {
                yield return $"  {line}";
            }
        }
    }

    private static LineRule? RuleOf(Scenario scenario, Occurrence line)
    {
        var other = Who.BelongsToOther(line.Actor.Role);
        var role = other ? line.Actor.Role[Who.OtherPrefix.Length..] : line.Actor.Role;
        var rules = (other ? scenario.Other?.Outcome : scenario.Outcome)?.Lines.Where(rule => rule.Who.Fits(role)).ToList() ?? [];
        return rules.FirstOrDefault(rule => rule.Lines.Contains(line.What.Text)) ?? rules.FirstOrDefault();
    }

    private static bool IsGroup(RunTrace trace, LineRule rule) => !trace.Actors().Any(actor => actor.Role == rule.Who.Name) && rule.Who.Name != Who.Main;

    /// <summary>Lines of one rule stay where the first of them stands; within it they are sorted as far as their order is free.</summary>
    private static IEnumerable<string> InOrder(List<(LineRule? Rule, string Text)> lines) =>
        lines.GroupBy(line => line.Rule).SelectMany(group => group.Key?.Order switch
        {
            LineOrder.Any => group.Select(line => line.Text).Order(RoleOrder.Instance),
            LineOrder.PerSender => group.Select(line => line.Text).OrderBy(text => text.LastIndexOf(' ') is >= 0 and var blank ? text[..blank] : "", RoleOrder.Instance),
            _ => group.Select(line => line.Text),
        });
}
