using System.Collections.Immutable;
using Grader.Launch;
using Grader.Trace;
using Grader.Why.Show;

namespace Grader.Why.Waits;

/// <summary>Who waits where for whom, in words, and the circle that it makes.</summary>
internal static class Circle
{
    private const int MostProcesses = 6;
    private const int Width = 76;

    /// <summary>One paragraph for each process that lives, main first; then the circle, if there is one.</summary>
    public static ImmutableArray<string> Of(Scene scene)
    {
        if (scene.Settled is not { } settled)
        {
            return [];
        }

        var alive = settled.Standings.Select(standing => standing.Actor).ToImmutableArray();
        var waits = new Dictionary<int, ImmutableArray<Actor>>();
        var lines = ImmutableArray.CreateBuilder<string>();
        var told = settled.Standings.OrderBy(standing => standing.Actor.Index).Take(MostProcesses).Select(standing => (Standing: standing, Said: Say(scene, standing, alive))).ToList();
        foreach (var same in told.GroupBy(one => (one.Said.Text, string.Join('\n', Further(scene, one.Standing)))))
        {
            var who = same.Select(one => one.Standing.Actor.Role).ToList();
            lines.AddRange(Wrap($"{(who.Count == 1 ? Words.Name(who[0]) : $"Each of {Words.Names(who)}")} {same.Key.Text}"));
            lines.AddRange(Further(scene, same.First().Standing).SelectMany(Wrap));
        }

        told.ForEach(one => waits[one.Standing.Actor.Index] = one.Said.On);

        if (alive.Length > MostProcesses)
        {
            lines.Add($"… and {alive.Length - MostProcesses} more");
        }

        if (scene.Finding.Code == Verify.Code.Deadlock && Closed(waits, alive) is { Count: > 1 } circle)
        {
            lines.AddRange(Wrap($"The circle: {string.Join(" → ", circle.Append(circle[0]).Select(actor => Words.Name(actor.Role)))}. Each waits for the next, so nobody can go on."));
        }

        return lines.ToImmutable();
    }

    /// <summary>What is said of somebody after his name.</summary>
    private static (string Text, ImmutableArray<Actor> On) Say(Scene scene, Standing standing, ImmutableArray<Actor> alive)
    {
        if (standing.HeldAt is { } gate)
        {
            return ($"is held by the grader {Words.At(gate)}.", []);
        }

        var stacks = scene.StacksOf(standing.Actor.Role);
        if (stacks is null || Standpoint.Of(stacks) is not { } standpoint)
        {
            var wait = stacks?.Threads.FirstOrDefault(thread => thread.ThreadId == standing.Actor.Pid)?.Wait;
            return ($"waits{(wait is null || wait.Call.Length == 0 ? "; where, the machine did not let the grader see" : $" in the system call {wait}")}.", []);
        }

        var reason = WaitReason.Of(standpoint, scene.Stacks, alive, scene.Program);
        var call = standpoint.Call.Length == 0 ? "" : $" in `{standpoint.ShortCall}`";
        return ($"waits at {standpoint.Place}{call} {reason.What}.", reason.On);
    }

    /// <summary>Other threads of the process that stand in the learner's code, one line for each place: the ones that serve workers, say.</summary>
    private static IEnumerable<string> Further(Scene scene, Standing standing) =>
        (scene.StacksOf(standing.Actor.Role) is { } stacks ? Standpoint.All(stacks) : [])
            .Where(standpoint => standpoint.Thread.ThreadName != Launch.Stacks.StackReader.AwaitName && standpoint.Thread.ThreadId != standing.Actor.Pid)
            .DistinctBy(standpoint => (standpoint.Place, standpoint.Call))
            .Take(2)
            .Select(standpoint => $"  Another thread of {Words.Name(standing.Actor.Role)} stands at {standpoint.Place}{(standpoint.Call.Length == 0 ? "" : $" in `{standpoint.ShortCall}`")}.");

    /// <summary>The first circle in the graph of who waits for whom; empty when there is none.</summary>
    private static List<Actor> Closed(Dictionary<int, ImmutableArray<Actor>> waits, ImmutableArray<Actor> alive)
    {
        foreach (var start in alive)
        {
            var path = new List<Actor>();
            if (Find(start, start, path, waits))
            {
                return path;
            }
        }

        return [];
    }

    private static bool Find(Actor at, Actor goal, List<Actor> path, Dictionary<int, ImmutableArray<Actor>> waits)
    {
        path.Add(at);
        foreach (var next in waits.GetValueOrDefault(at.Index, []))
        {
            if (next.Index == goal.Index || (path.All(seen => seen.Index != next.Index) && Find(next, goal, path, waits)))
            {
                return true;
            }
        }

        path.RemoveAt(path.Count - 1);
        return false;
    }

    /// <summary>Breaks at blanks; further lines are set in by two.</summary>
    internal static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = "  " + word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
