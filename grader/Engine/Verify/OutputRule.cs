using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>
/// Each role prints what the outcome lists, in the order that is asked for. Where the lines are items, a difference is named as what it is for a queue:
/// lost, repeated, reordered or torn.
/// </summary>
public static class OutputRule
{
    public static IEnumerable<Finding> Check(Run run)
    {
        var match = Match.Of(run);
        var missing = match.Missing.Where(lost => IsEvidence(run, lost)).ToList();
        return [.. Unexpected(run, match, missing), .. Missing(run, missing), .. WrongOrder(run, match), .. NotRedirected(run)];
    }

    /// <summary>What main says about characters that cannot have reached it is made up, however right it looks.</summary>
    private static IEnumerable<Finding> NotRedirected(Run run) =>
        from name in run.Outcome.Senders
        from sender in run.ActorsOf(name).Where(actor => actor.PrintsToMain || actor.ErrsToMain)
        let stream = sender.PrintsToMain ? "output" : "error"
        let appeared = run.Trace.Of<Signal.Appeared>().First(appeared => appeared.Fact.Actor.Index == sender.Index)
        select run.Finding(Code.WrongOutput, $"the standard {stream} of {name} is not redirected: nothing that it sends there reaches main.", [appeared.Event.Number], name);

    /// <summary>Takes the listed lines that a wrong text stands for out of <paramref name="missing"/>: a line with a wrong text is not lost as well.</summary>
    private static List<Finding> Unexpected(Run run, Match match, List<MissingLine> missing)
    {
        var findings = new List<Finding>();
        var withheld = run.Outcome.Lines.SelectMany(rule => rule.Withheld).ToList();
        foreach (var line in match.Unexpected)
        {
            var role = run.RoleOf(line.Actor);
            var text = line.What.Text;
            var rules = run.Outcome.Lines.Where(rule => rule.Who.Fits(role)).ToList();
            var items = rules.Where(rule => rule.Items).ToList();
            var listed = rules.FirstOrDefault(rule => rule.Lines.Any(other => run.Resolve(other) == text));
            if (listed is not null)
            {
                var isTwice = listed.Items && !withheld.Remove(text);
                findings.Add(run.Finding(isTwice ? Code.DuplicateItem : Code.WrongOutput, isTwice
                    ? $"{role} printed `{text}` once more than it should: the item came twice."
                    : $"{role} printed `{text}` once more than it should.", [line.Number], role));
                continue;
            }

            // The same words with another number are that line, told wrong; a piece of some item may look like it.
            var told = missing.FindIndex(lost => !lost.Rule.Items && lost.Rule.Who.Fits(role) && Phrases.WithoutNumbers(lost.Text) == Phrases.WithoutNumbers(text));
            var instead = told >= 0 ? told : missing.FindIndex(lost => lost.Rule.Who.Fits(role) && IsTorn(text, lost.Text));
            var torn = told < 0 && items.Count > 0 && (instead >= 0 || IsGlued(text, items.SelectMany(rule => rule.Lines)));
            if (instead < 0)
            {
                instead = missing.FindIndex(lost => lost.Rule.Who.Fits(role));
            }

            var lostItem = !torn && text.Length == 0 && instead >= 0 && missing[instead].Rule.Items;
            var reordered = instead >= 0 && IsReordered(text, missing[instead].Text);
            var due = instead < 0 ? "" : $" where `{missing[instead].Text}` was due";
            if (instead >= 0)
            {
                missing.RemoveAt(instead);
            }

            findings.Add(run.Finding(torn ? Code.TornItem : lostItem ? Code.LostItem : reordered ? Code.WrongOrder : Code.WrongOutput, (torn, rules.Count) switch
            {
                _ when reordered => $"{role} printed `{text}`{due}: the same results in another order.",
                _ when lostItem => $"{role} printed an empty line{due}: the item never arrived.",
                (true, _) => $"{role} printed `{text}`{due}: an item was cut, or several were glued together.",
                (_, 0) => $"{role} printed `{text}`, but it has nothing to print.",
                _ => $"{role} printed `{text}`{(due.Length > 0 ? due : ", a line that the kata does not ask for here")}.",
            }, [line.Number], role));
        }

        return findings;
    }

    private static IEnumerable<Finding> Missing(Run run, List<MissingLine> missing) => missing
        .GroupBy(lost => (lost.Rule.Who, lost.Rule.Items))
        .Select(group =>
        {
            var lines = Phrases.List([.. group.Select(lost => $"`{lost.Text}`")]);
            var who = Match.IsForOneRole(run, group.Key.Who) ? group.Key.Who.Name : "nobody";
            var never = who == "nobody" ? "ever" : "never";
            return run.Finding(group.Key.Items ? Code.LostItem : Code.WrongOutput, $"{who} {never} printed {lines}.", [run.Trace.Ending().Number], group.Key.Who.Name);
        });

    private static IEnumerable<Finding> WrongOrder(Run run, Match match)
    {
        foreach (var lines in match.Matched.GroupBy(line => line.Rule, ReferenceEqualityComparer.Instance).Select(group => group.ToList()))
        {
            var rule = lines[0].Rule;
            var sequences = rule.Order switch
            {
                LineOrder.AsListed => [(Printed: lines, Listed: rule.Lines.AsEnumerable())],
                LineOrder.PerSender => lines.GroupBy(line => Sender(line.Line.What.Text))
                    .Select(sender => (Printed: sender.ToList(), Listed: rule.Lines.Where(line => Sender(run.Resolve(line)) == sender.Key))),
                _ => [],
            };
            foreach (var (printed, listed) in sequences)
            {
                if (FirstOutOfOrder(printed, [.. listed.Select(run.Resolve)]) is { } wrong)
                {
                    yield return run.Finding(rule.Items ? Code.WrongOrder : Code.WrongOutput, $"{run.RoleOf(wrong.Actor)} printed `{wrong.What.Text}` in the wrong place: the order is not the one that is asked for.",
                        [wrong.Number], run.RoleOf(wrong.Actor));
                }
            }
        }
    }

    private static Occurrence? FirstOutOfOrder(List<MatchedLine> printed, List<string> listed)
    {
        var next = 0;
        foreach (var line in printed)
        {
            var at = listed.IndexOf(line.Line.What.Text, next);
            if (at < 0)
            {
                return line.Line;
            }

            next = at + 1;
        }

        return null;
    }

    /// <summary>Nothing is missing for sure in a run that was cut short; and who was killed may have printed only the beginning.</summary>
    private static bool IsEvidence(Run run, MissingLine lost)
    {
        var members = run.Everybody.Where(actor => run.Killed.Contains(actor.Index) && lost.Rule.Who.Fits(run.RoleOf(actor))).ToList();
        var forgiven = members.Count > 0 && (Match.IsForOneRole(run, lost.Rule.Who) || !run.Trace.Scenario.OutcomeFollowsSchedule);
        return run.Ending == RunEnd.Ended && !run.MainWasKilledFromOutside && !forgiven;
    }

    private static bool IsTorn(string text, string item) =>
        text.Length > 0 && text.Length < item.Length && (item.StartsWith(text, StringComparison.Ordinal) || item.EndsWith(text, StringComparison.Ordinal));

    /// <summary>Two lists of results in brackets that hold the same, but not in the same order.</summary>
    private static bool IsReordered(string text, string list) =>
        text is ['[', .., ']'] && list is ['[', .., ']'] && text != list && text[1..^1].Split(", ").Order(StringComparer.Ordinal).SequenceEqual(list[1..^1].Split(", ").Order(StringComparer.Ordinal));

    private static bool IsGlued(string text, IEnumerable<string> items)
    {
        var rest = text;
        var found = 0;
        foreach (var item in items.Where(item => item.Length > 0).OrderByDescending(item => item.Length))
        {
            for (var at = rest.IndexOf(item, StringComparison.Ordinal); at >= 0 && found < 2; at = rest.IndexOf(item, StringComparison.Ordinal))
            {
                rest = rest.Remove(at, item.Length);
                found++;
            }
        }

        return found > 1;
    }

    private static string Sender(string line) => line.LastIndexOf(' ') is >= 0 and var blank ? line[..blank] : "";
}
