using System.Text.RegularExpressions;
using Grader.Contract;
using Grader.Launch;

namespace Grader.Trace;

/// <summary>
/// Workers that are told the same and asked the same, <c>w1</c>, <c>w2</c>, …: which of them wins a lock or gets a task is chance. Named in the order of what
/// they did, they are the same in every run; the run that is told then is one that might have been.
/// </summary>
internal static partial class Alike
{
    /// <summary>New names for roles; who is not alike to anybody is not in it.</summary>
    public static Dictionary<string, string> Names(RunTrace trace)
    {
        var actors = trace.Actors();
        var fixedRoles = Named(trace.Scenario);
        var names = new Dictionary<string, string>();
        foreach (var family in actors.Where(actor => actor.IsKata && Numbered().IsMatch(actor.Role) && !fixedRoles.Contains(actor.Role))
            .GroupBy(actor => Numbered().Match(actor.Role).Groups["name"].Value))
        {
            var roles = family.Select(actor => actor.Role).Order(RoleOrder.Instance).ToList();
            if (roles.Count < 2 || roles.Distinct().Count() < roles.Count || !AskedTheSame(trace.Scenario, roles))
            {
                continue;
            }

            var inOrder = family.OrderBy(actor => Life(trace, actor), StringComparer.Ordinal).ThenBy(actor => LastLine(trace, actor)).ThenBy(actor => actor.Role, RoleOrder.Instance).Select(actor => actor.Role);
            foreach (var (was, becomes) in inOrder.Zip(roles))
            {
                names[was] = becomes;
            }
        }

        return names;
    }

    private static HashSet<string> Named(Scenario scenario)
    {
        var points = scenario.Steps.SelectMany(step => step switch
        {
            Step.Hold hold => hold.Gates,
            Step.Release release => release.Gates,
            Step.ReleaseOne one => [one.Gate],
            Step.ReleaseSlowly one => [one.Gate],
            Step.KillOneAt one => [one.Gate],
            Step.Check check => check.Expectations.OfType<Expectation.Count>().Select(count => count.Point),
            _ => [],
        }).Concat(scenario.Laws.SelectMany(law => law switch
        {
            Law.Before before => [before.First, before.Then],
            Law.Inside inside => [inside.Enter, inside.Leave],
            _ => Array.Empty<Point>(),
        }));
        var people = scenario.Steps.SelectMany(step => step switch
        {
            Step.Kill kill => [kill.Who],
            Step.Signal signal => [signal.Who],
            Step.Lag lag => [lag.Who],
            Step.Check check => check.Expectations.OfType<Expectation.Parked>().Select(parked => parked.Who),
            _ => Array.Empty<Who>(),
        });
        return [.. points.Select(point => point.Who.Name), .. people.Select(who => who.Name), .. scenario.Outcome.Exits.Select(exit => exit.Who.Name)];
    }

    /// <summary>They are to print the same lines, and nobody's line speaks of one of them.</summary>
    private static bool AskedTheSame(Scenario scenario, List<string> roles)
    {
        var rules = scenario.Outcome.Lines.Concat(scenario.Other?.Outcome.Lines ?? []).ToList();
        var asked = roles.Select(role => string.Join('\n', rules.Where(rule => rule.Who.Name == role).SelectMany(rule => rule.Lines))).Distinct();
        return asked.Count() == 1 && !rules.SelectMany(rule => rule.Lines).Any(line => roles.Exists(role => line.Contains(role, StringComparison.Ordinal)));
    }

    /// <summary>What a process did and when, in a form that sorts who came first before the others, and ends the same for those who did the same.</summary>
    private static string Life(RunTrace trace, Actor actor) => string.Join('|', trace.Events
        .Where(item => Queries.ActorOf(item.Fact)?.Index == actor.Index && item.Fact is not Signal.Appeared)
        .Select(item => item.Fact switch
        {
            Signal.Reached reached => $"{item.Segment:0000} reached {reached.What.Moment} {reached.What.Text}",
            Signal.Passed passed => $"{item.Segment:0000} passed {passed.What.Moment} {passed.What.Text}",
            Signal.Gone gone => $"{item.Segment:0000} {gone.Status}",
            Signal.Stacks stacks => $"{item.Segment:0000} {string.Join(',', stacks.Threads.SelectMany(thread => thread.Frames).Where(frame => frame.File is not null).Select(frame => frame.Line))}",
            _ => $"{item.Segment:0000} {item.Fact.GetType().Name}",
        })
        .Append("~"));

    private static int LastLine(RunTrace trace, Actor actor) =>
        trace.Of<Signal.Reached>().Where(reached => reached.Fact.Actor.Index == actor.Index && reached.Fact.What.Moment == Moment.Line).Select(reached => reached.Event.Number).LastOrDefault();

    [GeneratedRegex("^(?<name>.*[^0-9])[0-9]+$")]
    private static partial Regex Numbered();
}
