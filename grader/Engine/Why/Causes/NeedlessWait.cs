using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Grader.Why.Show;
using Grader.Why.Source;
using Grader.Why.Waits;

namespace Grader.Why.Causes;

/// <summary>Something waited for what it need not wait for: somebody stands in a wait although the way should be free.</summary>
internal static class NeedlessWait
{
    public static Cause Of(Scene scene)
    {
        var missing = scene.MissingPoint;
        var what = missing is null ? "it" : $"{missing}";
        if (Special(scene, missing) is { } special)
        {
            return special with { WithCircle = true };
        }

        if (Waiting(scene, missing) is { } inner)
        {
            var standpoint = inner.Actor.Parent is null ? inner.SeenByCaller(scene.Program) : inner;
            var alive = scene.Settled!.Standings.Select(standing => standing.Actor).ToList();
            var reason = WaitReason.Of(inner, scene.Stacks, [.. alive], scene.Program);
            var call = standpoint.Call.Length == 0 ? "" : $" in `{standpoint.ShortCall}`";
            return new Cause(standpoint.Place, $"{Words.Name(standpoint.Actor.Role)} waits at {standpoint.Place}{call} {reason.What}, although {what} does not depend on that.",
                Advice(missing))
            { WithCircle = true };
        }

        var place = missing is { Moment: Moment.Start } && scene.Program.StartOf(missing.Who.Name) is { } start ? ProgramMap.PlaceOf(start) : null;
        return new Cause(place ?? FirstJoin(scene), $"{Words.Capital(what)} did not come while it was free to{Held(scene)}.", Advice(missing)) { WithCircle = true };
    }

    /// <summary>Waits whose reason stands somewhere else than the wait.</summary>
    private static Cause? Special(Scene scene, Point? missing)
    {
        var parked = (scene.Settled?.Standings ?? []).Where(standing => standing.HeldAt is null).Select(standing => standing.Actor.Role).ToHashSet();
        var waiting = scene.Stacks.Where(stacks => parked.Contains(stacks.Actor.Role)).Select(stacks => Standpoint.Of(stacks)).OfType<Standpoint>().ToList();
        var asking = waiting.FirstOrDefault(standpoint => standpoint.ShortCall == "Connection.Ask");
        if (asking is not null && Doorkeeper(scene) is { } keeper)
        {
            if (Suspects.Size(scene.Program) is { } size)
            {
                return new Cause(ProgramMap.PlaceOf(size), $"{Words.Name(asking.Actor.Role)} waits for main's answer at {asking.Place}, and main keeps it waiting at {keeper.Place}: look at the number at {ProgramMap.PlaceOf(size)}.",
                    "Count by hand how many may pass at this moment.");
            }

            if (scene.Held.Any(standing => standing.HeldAt!.Moment == Moment.Exit) && scene.Program.Named("Release", "Set").LastOrDefault() is { } release)
            {
                return new Cause(ProgramMap.PlaceOf(release), $"{Words.Name(asking.Actor.Role)} waits at {asking.Place} for a place that {Words.Name(scene.Held[0].Actor.Role)} keeps until it is gone: it is given back only at {ProgramMap.PlaceOf(release)}.",
                    "Let the worker say that it leaves, and give its place back then, not when its process ends.");
            }
        }

        if (asking is not null && Doorkeeper(scene) is { } waiter && !scene.Held.Any(standing => standing.HeldAt!.Moment == Moment.Line && standing.Actor.Index == waiter.Actor.Index)
            && waiter.ShortCall.StartsWith("Monitor.", StringComparison.Ordinal))
        {
            var woken = Standstill.Pulse(scene.Program);
            return new Cause(woken is null ? waiter.Place : ProgramMap.PlaceOf(woken.Value.Call), $"{Words.Name(asking.Actor.Role)} waits for main's answer at {asking.Place}, and main keeps it waiting at {waiter.Place} in `{waiter.ShortCall}`, although the way is free.{(woken is null ? "" : $" {woken.Value.Why}")}",
                "Look at the condition that is waited for there, and at who changes it: is it true as soon as the rule allows it?");
        }

        // What main has to say of a task waits for the task.
        foreach (var standing in scene.Held.Where(standing => missing is { Moment: Moment.Line } && (missing.Who.Fits(standing.Actor.Role) || Who.IsMain(missing.Who.Name))))
        {
            if (scene.Program.PrintAt(scene.HeldLine(standing)) is { } print && scene.Program.FetchedAhead(print) is { } ahead)
            {
                return new Cause(ProgramMap.PlaceOf(ahead), $"{Words.Name(standing.Actor.Role)}, held {Words.At(standing.HeldAt!)}, has already fetched at {ProgramMap.PlaceOf(ahead)} what comes after that: nobody else can do it.",
                    "Fetch the next one only when this one is done.");
            }
        }

        if (missing is { Moment: Moment.Line } && scene.Held.FirstOrDefault(standing => standing.HeldAt!.Moment == Moment.Line) is { } busy
            && scene.Program.Named("Chunk").FirstOrDefault() is { } chunk)
        {
            return new Cause(ProgramMap.PlaceOf(chunk), $"{Words.Name(busy.Actor.Role)} is held {Words.At(busy.HeldAt!)}, and with it is held what it was given together with that, in portions made at {ProgramMap.PlaceOf(chunk)}: nobody else can do it.",
                "Hand out one task at a time, to whoever asks for it.");
        }

        var printer = asking is null ? null : scene.Held.Where(standing => standing.HeldAt!.Moment == Moment.Line).OrderBy(standing => standing.Actor.Index).FirstOrDefault();
        if (asking is not null && printer is not null && (printer.Actor.Parent is null || missing is { Moment: Moment.Line }) && scene.HeldLine(printer) is { } printing && scene.Held.Length == 1)
        {
            return new Cause(printing, $"{Words.Name(asking.Actor.Role)} waits for main's answer at {asking.Place} while {Words.Name(printer.Actor.Role)} stands at the line that it prints at {printing}: what would let the other go on comes only after that line.",
                "Do first what lets the others go on, and print afterwards; or let another thread print.");
        }

        foreach (var standpoint in waiting.Where(standpoint => standpoint.Thread.Wait.HolderThread is not null))
        {
            var holder = scene.Held.FirstOrDefault(standing => standing.HeldAt!.Moment == Moment.Exit
                && (standing.Actor.Pid == standpoint.Thread.Wait.HolderThread || scene.StacksOf(standing.Actor.Role)?.Threads.Any(thread => thread.ThreadId == standpoint.Thread.Wait.HolderThread) == true));
            var last = holder is null ? null : scene.Trace!.PrintedLines().LastOrDefault(line => line.Actor.Index == holder.Actor.Index);
            if (holder is not null && last is not null && scene.PlaceOf(last) is { } place)
            {
                return new Cause(place, $"{Words.Name(holder.Actor.Role)} printed its last line at {place} and keeps the lock until its exit; {Words.Name(standpoint.Actor.Role)} waits for it at {standpoint.Place}.",
                    "Give the lock up right after the last thing that needs it.");
            }
        }

        var left = scene.Settled?.Standings.Where(standing => missing is not null && missing.Who.Fits(standing.Actor.Role)).ToList() ?? [];
        return missing is { Moment: Moment.Line } && left.Count > 0 && left.TrueForAll(standing => standing.HeldAt is not null)
            && scene.Finding.Role is { } role && role != Who.Main && left.Exists(standing => standing.Actor.Role == role) && scene.Program.StartOf(role) is { } start
            ? new Cause(ProgramMap.PlaceOf(start), $"What is left to do is kept for {Words.Name(role)}, which is held; the others have nothing left. Who does what was settled at {ProgramMap.PlaceOf(start)} already.",
                "Hand out one task at a time, to whoever asks for it.")
            : null;
    }

    /// <summary>The thread of main that keeps a worker's request waiting in a semaphore, a full queue or the like.</summary>
    private static Standpoint? Doorkeeper(Scene scene) => scene.Stacks.Where(stacks => stacks.Actor.Parent is null)
        .SelectMany(stacks => Standpoint.All(stacks).Where(standpoint => standpoint.Thread.ThreadId != stacks.Actor.Pid && standpoint.Thread.ThreadId != 0))
        .FirstOrDefault(standpoint => standpoint.ShortCall is "SemaphoreSlim.Wait" or "SemaphoreSlim.WaitAsync" or "Barrier.SignalAndWait" or "CountdownEvent.Wait" or "Monitor.Wait" or "Monitor.Enter"
            || standpoint.ShortCall.StartsWith("BlockingCollection.Add", StringComparison.Ordinal) || standpoint.ShortCall.StartsWith("BlockingCollection.TryAdd", StringComparison.Ordinal));

    /// <summary>Whose wait keeps the missing thing from happening: its own role if that is there and waits, else main.</summary>
    private static Standpoint? Waiting(Scene scene, Point? missing)
    {
        var parked = (scene.Settled?.Standings ?? []).Where(standing => standing.HeldAt is null).Select(standing => standing.Actor.Role).ToHashSet();
        var own = missing is null || missing.Moment == Moment.Start ? [] : scene.Stacks.Where(stacks => parked.Contains(stacks.Actor.Role) && missing.Who.Fits(stacks.Actor.Role));
        var main = scene.Stacks.Where(stacks => stacks.Actor.Parent is null && parked.Contains(stacks.Actor.Role));
        var candidates = own.Concat(main).Select(stacks => Standpoint.Of(stacks)).OfType<Standpoint>().ToList();

        // Who waits for a word of main is only a victim when main itself stands in a wait; not when it wants to hear everything to the end.
        var alive = scene.Settled?.Standings.Select(standing => standing.Actor).ToList() ?? [];
        return candidates.FirstOrDefault(candidate => candidate.Actor.Parent is null || candidate.ShortCall.EndsWith("ToEnd", StringComparison.Ordinal)
                || !WaitReason.Of(candidate, scene.Stacks, [.. alive], scene.Program).On.Any(actor => actor.Parent is null))
            ?? candidates.FirstOrDefault();
    }

    private static Grader.Launch.Stacks.SourcePlace? FirstJoin(Scene scene) =>
        scene.Program.Calls.FirstOrDefault(scene.Program.IsJoin) is { } join ? ProgramMap.PlaceOf(join) : null;

    private static string Held(Scene scene)
    {
        var held = scene.Held.Select(standing => $"{Words.Name(standing.Actor.Role)} was held {Words.At(standing.HeldAt!)}").ToList();
        return held.Count == 0 ? "" : $", while {Words.List(held)}";
    }

    private static string Advice(Point? missing) => missing?.Moment switch
    {
        Moment.Start => "Start first whatever need not wait, and wait only for what the rule names.",
        Moment.Line or Moment.Exit or Moment.End => "Ask of each wait: for whom does the rule say so? Move the others to where they are needed, usually to the end of main.",
        _ => "Wait only for what the rule names.",
    };
}
