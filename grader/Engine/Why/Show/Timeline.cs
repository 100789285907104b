using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Grader.Verify;

namespace Grader.Why.Show;

/// <summary>
/// The events that prove a finding, as a table: one column per process, time from top to bottom, <c>■</c> where the scenario held somebody,
/// a caret under the event that breaks the rule. Only events whose order is the same in every run are shown.
/// </summary>
internal static class Timeline
{
    private const int Width = 76;
    private const int MostColumns = 5;
    private const int MostRows = 14;

    public static ImmutableArray<string> Of(Scene scene)
    {
        if (scene.Trace is not { } trace || scene.Finding.Events.IsEmpty || scene.Finding.Code is Code.FixedName or Code.TornItem)
        {
            return [];
        }

        var columns = Columns(scene, trace);
        var rows = Rows(scene, trace, columns);
        return columns.IsEmpty || rows.Count == 0 || (columns.Length == 1 && rows.Count < 3) ? [] : Draw(columns, rows, scene.BreakingNumber);
    }

    private static ImmutableArray<Actor> Columns(Scene scene, RunTrace trace)
    {
        var cited = scene.Finding.Events.Select(scene.EventAt).OfType<Event>().Select(item => Queries.ActorOf(item.Fact)).OfType<Actor>();
        var held = scene.Held.Select(standing => standing.Actor);
        var main = trace.Actors().Where(actor => actor.Index == 0);
        var role = trace.Actors().Where(actor => actor.Role == scene.Finding.Role).Take(1);
        var letGo = scene.LetGo.Select(one => one.Actor);
        return [.. main.Concat(cited).Concat(role).Concat(letGo).Concat(held).DistinctBy(actor => actor.Index).Take(MostColumns).OrderBy(actor => actor.Index)];
    }

    private static List<Row> Rows(Scene scene, RunTrace trace, ImmutableArray<Actor> columns)
    {
        var held = scene.Held.Select(standing => (standing.Actor.Index, standing.HeldAt!.Moment, standing.HeldAt.Nth)).ToHashSet();
        var rows = new List<Row>();
        foreach (var item in InOrder(scene, trace))
        {
            if (Queries.ActorOf(item.Fact) is not { } actor || !columns.Any(column => column.Index == actor.Index))
            {
                continue;
            }

            var cited = scene.Finding.Events.Contains(item.Number) || item.Number == scene.BreakingNumber;
            var text = item.Fact switch
            {
                Signal.Reached reached when held.Contains((actor.Index, reached.What.Moment, reached.What.Nth)) => $"{Say(reached.What)} ■",
                Signal.Reached { What.Moment: Moment.Start } => "starts",
                Signal.Reached reached when cited => Say(reached.What),
                Signal.Passed passed when cited || scene.LetGo.Any(one => one.Event.Number == item.Number) => Say(passed.What),
                Signal.Gone gone => gone.Status is { Code: 0 } ? "is gone" : $"is gone: {gone.Status}",
                Signal.WaitedByTime when cited => "waits by time",
                Signal.Polled when cited => "asks again and again",
                _ => null,
            };
            if (text is not null)
            {
                rows.Add(new Row(item.Number, actor.Index, text, cited));
            }
        }

        return Shorten(rows);
    }

    /// <summary>
    /// What comes within one settling comes in any order; told is one that may be: who had begun before and is gone now comes first (others may have waited for
    /// that), then starts, lines, exits. What breaks the rule is the last.
    /// </summary>
    private static IEnumerable<Event> InOrder(Scene scene, RunTrace trace)
    {
        var cited = scene.Finding.Events.Select(scene.EventAt).OfType<Event>().Where(item => Queries.ActorOf(item.Fact) is not null).ToList();
        var until = cited.Select(item => item.Segment).Append(scene.Check is { } check ? check.Segment - 1 : 0).Max();
        var last = scene.EventAt(scene.BreakingNumber) ?? cited.LastOrDefault();
        var breaking = last?.Number ?? 0;
        var started = trace.Events.Where(item => item.Fact is Signal.Reached { What.Moment: Moment.Start }).ToLookup(item => Queries.ActorOf(item.Fact)!.Index, item => item.Segment);
        foreach (var segment in trace.Events.Where(item => item.Segment <= until).GroupBy(item => item.Segment))
        {
            var leavers = segment.Where(item => item.Fact is Signal.Gone gone && !started[gone.Actor.Index].Contains(segment.Key)).Select(item => Queries.ActorOf(item.Fact)!).ToList();
            var ordered = segment.Where(item => Queries.ActorOf(item.Fact) is not null && !(segment.Key == last?.Segment && IsAfter(item, last, leavers)))
                .OrderBy(item => Rank(item, leavers, breaking))
                .ThenBy(item => Phase(item.Fact, Queries.ActorOf(item.Fact)!, leavers))
                .ThenBy(item => Queries.ActorOf(item.Fact)!.Index)
                .ThenBy(item => item.Number);
            foreach (var item in ordered)
            {
                yield return item;
            }
        }
    }

    private static int Rank(Event item, List<Actor> leavers, int breaking) =>
        item.Number == breaking ? 3 : !leavers.Exists(leaver => leaver.Index == Queries.ActorOf(item.Fact)!.Index) ? 1 : Queries.ActorOf(item.Fact)!.Parent is null ? 2 : 0;

    private static int Phase(Signal fact, Actor actor, List<Actor> leavers) => leavers.Exists(leaver => leaver.Index == actor.Index) ? 0 : fact switch
    {
        Signal.Reached { What.Moment: Moment.Start } => 0,
        Signal.Reached { What.Moment: Moment.Exit } => 2,
        Signal.Gone => 3,
        _ => 1,
    };

    /// <summary>What the breaker did afterwards, and who went in the same moment without having been there before: nobody can say which came first.</summary>
    private static bool IsAfter(Event item, Event last, List<Actor> leavers) => item.Number != last.Number
        && ((item.Number > last.Number && Queries.ActorOf(item.Fact)!.Index == Queries.ActorOf(last.Fact)?.Index)
            || (item.Fact is Signal.Gone gone && (gone.Actor.Parent is null || !leavers.Exists(leaver => leaver.Index == gone.Actor.Index))));

    /// <summary>Keeps what is cited or held, and of the rest the latest.</summary>
    private static List<Row> Shorten(List<Row> rows)
    {
        var spare = rows.Count - MostRows;
        return spare <= 0 ? rows : [.. rows.Where(row => row.Cited || row.Text.EndsWith('■') || spare-- <= 0).TakeLast(MostRows)];
    }

    private static string Say(Happening what) => what.Moment switch
    {
        Moment.Start => "starts",
        Moment.Line => Visible.Quoted(what.Text, 24),
        Moment.Exit => "at its exit",
        _ => "is gone",
    };

    private static ImmutableArray<string> Draw(ImmutableArray<Actor> columns, List<Row> rows, int breaking)
    {
        var width = Math.Min(26, (Width / columns.Length) - 1);
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add(string.Join(' ', columns.Select(column => Cell(Visible.Text(column.Role), width))).TrimEnd());
        lines.Add(string.Join(' ', columns.Select(column => new string('─', Math.Min(width, Math.Max(5, column.Role.Length))).PadRight(width))).TrimEnd());
        foreach (var (now, row) in rows.Index())
        {
            var at = columns.IndexOf(columns.First(column => column.Index == row.Column));
            var before = string.Concat(columns.Take(at).Select(column => Cell(Lives(column, rows, now) ? "│" : "", width) + " "));
            var after = string.Concat(columns.Skip(at + 1).Select(column => " " + Cell(Lives(column, rows, now) ? "│" : "", width)));
            lines.Add((before + Cell(row.Text, width) + after).TrimEnd());
            if (row.Number == breaking)
            {
                lines.Add(new string(' ', at * (width + 1)) + new string('^', Math.Min(width, row.Text.TrimEnd('■', ' ').Length)));
            }
        }

        return lines.ToImmutable();
    }

    private static bool Lives(Actor column, List<Row> rows, int now)
    {
        var before = rows.Take(now).Where(row => row.Column == column.Index).ToList();
        return before.Count > 0 && !before.Exists(row => row.Text.StartsWith("is gone", StringComparison.Ordinal));
    }

    private static string Cell(string text, int width) => text.Length <= width ? text.PadRight(width) : text[..(width - 1)] + "…";

    private sealed record Row(int Number, int Column, string Text, bool Cited);
}
