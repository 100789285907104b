using Grader.Build;
using Grader.Contract;
using Grader.Launch.Stacks;
using Grader.Trace;
using Grader.Why.Show;
using Grader.Why.Source;

namespace Grader.Why.Causes;

/// <summary>Something happened before what it has to wait for: usually a join that is missing, or that joins the wrong thing.</summary>
internal static class TooEarly
{
    private const string StayUntil = "Let main stay until what the rule names has happened, whatever happens to one of its workers.";

    public static Cause Of(Scene scene)
    {
        if (MainWasGone(scene) is { } gone)
        {
            return gone;
        }

        if (scene.Breaking is not { } breaking)
        {
            return new Cause(null, scene.Finding.Message, "Compare the order that the rule asks for with the order of the calls in your program.");
        }

        return breaking.What.Moment switch
        {
            Moment.Start => Started(scene, breaking),
            Moment.Exit or Moment.End when Who.IsMain(breaking.What.Role) => MainLeft(scene),
            Moment.Line when Who.IsMain(breaking.What.Role) => MainPrinted(scene, breaking),
            _ => WorkerWentOn(scene, breaking),
        };
    }

    /// <summary>The workers end because main has ended, or main is not there any more for the scenario's next step.</summary>
    private static Cause? MainWasGone(Scene scene)
    {
        var end = scene.Trace?.Of<Launch.Signal.Gone>().FirstOrDefault(gone => gone.Fact.Actor.Role == Who.Main).Event;
        var sent = scene.Trace?.SignalsSent().Any(signal => signal.Target.Role == Who.Main && end is not null && signal.Event.Number < end.Number) == true;
        var isAboutWorkersEnd = scene.Breaking is null ? scene.Check?.Fact is Launch.Signal.Missed : scene.Breaking.What is { Moment: Moment.Exit or Moment.End, Role: not Who.Main };
        if (end is null || sent || !isAboutWorkersEnd || end.Number >= scene.At || (scene.Breaking is { } breaking && end.Number >= breaking.Number))
        {
            return null;
        }

        var program = scene.Program;
        var call = program.Named("WaitAny", "WhenAny").FirstOrDefault() ?? EndOfMain(program);
        var place = call is null ? null : ProgramMap.PlaceOf(call);
        return new Cause(place, call?.Name is "WaitAny" or "WhenAny" ? $"main had ended already: `{call.Name}` at {place} comes back as soon as any one of those it waits for is over." : $"main had ended already{Cause.At(place)}: it did not wait for what it has to wait for.",
            StayUntil);
    }

    private static Cause Started(Scene scene, Occurrence breaking)
    {
        var role = breaking.What.Role;
        var start = scene.Program.StartOf(role);
        var place = start is null ? null : ProgramMap.PlaceOf(start);
        var awaited = Awaited(scene, role);
        if (awaited is null)
        {
            return new Cause(place, $"{Words.Name(role)} is started{Cause.At(place)} too early: {Words.Did(breaking.What)} before what it has to wait for.",
                "Start it only when what it has to wait for is over.");
        }

        var name = Words.Name(awaited);
        return new Cause(place, $"main does not wait for {name}: {Words.Name(role)} is started{Cause.At(place)} while {name} is still there.{Instead(scene, awaited, start)}",
            $"Let main wait for the end of {name} (`WaitForExit`) before the line that starts {Words.Name(role)}.");
    }

    private static Cause MainPrinted(Scene scene, Occurrence breaking)
    {
        var place = scene.PlaceOf(breaking);
        var awaited = Awaited(scene, Who.Main);
        var text = Visible.Quoted(breaking.What.Text, 40);
        if (awaited is null)
        {
            return new Cause(place, $"main prints {text}{Cause.At(place)} before what that line tells has happened.", "Print the line only when what it says is true.");
        }

        if (Said(scene) is { } said)
        {
            return new Cause(ProgramMap.PlaceOf(said.Call), $"main prints {text}{Cause.At(place)} while {Words.Name(said.Who)} has not done its work: it says so at {ProgramMap.PlaceOf(said.Call)}, before it prints ({said.Printed}).",
                "First do it, then say that it is done.");
        }

        var name = Words.Name(awaited);
        var start = scene.Program.StartOf(awaited);
        return new Cause(place, $"main prints {text}{Cause.At(place)} while {name} is still there.{Instead(scene, awaited, place is null ? null : AsCall(place, start))}",
            $"Wait for the end of {name} before that line; its last output is not yet its end.");
    }

    private static Cause MainLeft(Scene scene)
    {
        if (Awaited(scene, Who.Main) is { } awaited)
        {
            return MissingJoin.Of(scene, awaited);
        }

        var place = EndOfMain(scene.Program) is { } end ? ProgramMap.PlaceOf(end) : null;
        return new Cause(place, $"main comes to its end{Cause.At(place)} too early: it does not wait for what it has to wait for.", StayUntil);
    }

    /// <summary>The last place in the source where main returns.</summary>
    private static SourceCall? EndOfMain(ProgramMap program)
    {
        var mains = program.StartSites.Select(site => site.Method).Append("Main").ToHashSet();
        return program.Calls.LastOrDefault(found => found.Name == "return" && mains.Contains(found.Method) && program.Sides.IsOfMain(found) && !found.Literals.Contains("--worker"));
    }

    private static Cause WorkerWentOn(Scene scene, Occurrence breaking)
    {
        var role = Words.Name(breaking.What.Role);
        var printed = scene.PlaceOf(breaking);
        var others = scene.Finding.Events.Select(scene.EventAt).OfType<Event>().Select(item => Queries.ActorOf(item.Fact)?.Role)
            .OfType<string>().Where(other => other != breaking.What.Role && !Who.IsMain(other)).Distinct().ToList();
        if (breaking.What.Moment == Moment.Exit && Said(scene) is { } said)
        {
            return new Cause(ProgramMap.PlaceOf(said.Call), $"{Words.Did(breaking.What)} too early{While(scene)}: {Words.Name(said.Who)} says at {ProgramMap.PlaceOf(said.Call)} that its work is done, before it prints ({said.Printed}).", "First do it, then say that it is done.");
        }

        if (Doors.Of(scene) is { } door)
        {
            return new Cause(ProgramMap.PlaceOf(door.Call), $"{Words.Did(breaking.What)}{Cause.At(printed)} too early{While(scene)}. {door.Why}", "Count for a moment by hand: how many may be let through, and who lets them through?");
        }

        var inside = scene.Trace?.Scenario.Laws.OfType<Law.Inside>().Any() == true;
        others = others.Count > 0 ? others : [.. WorkersHeldAtALine(scene).Concat(scene.LetGo.Select(one => one.Actor.Role)).Where(other => other != breaking.What.Role).Distinct().Order(RoleOrder.Instance)];
        var present = others.Count == 0 ? "somebody was" : $"{Words.Names(others)} {(others.Count == 1 ? "was" : "were")}";
        if (inside && Doors.BetweenLines(scene) is { } between)
        {
            return new Cause(ProgramMap.PlaceOf(between), $"{role} came inside ({Words.Did(breaking.What)}{Cause.At(printed)}) while {present} still there: `{between.Name}` at {ProgramMap.PlaceOf(between)} stands between the lines that belong together.",
                "Take the lock before the first of them, and give it up after the last.");
        }

        if (inside && others.Count > 0)
        {
            var guard = Doors.Guard(scene, printed);
            var place = guard is null ? printed : ProgramMap.PlaceOf(guard);
            return new Cause(place, $"{role} came inside ({Words.Did(breaking.What)}{Cause.At(printed)}) while {present} still there."
                + (guard is null ? " Nothing in the program keeps two processes apart." : $" {Doors.Why(guard)}"),
                "What keeps processes apart has to be shared between processes: a named `Mutex`, or a place that one process hands out.");
        }

        if (breaking.What.Text.Length > 0 && breaking.Actor.CommandLine.Skip(2).Contains(breaking.What.Text) && scene.Program.StartOf(breaking.What.Role) is { } told)
        {
            return new Cause(ProgramMap.PlaceOf(told), $"{role} printed {Visible.Quoted(breaking.What.Text, 40)} before it could have got it from anybody: it is told in its arguments{Cause.At(ProgramMap.PlaceOf(told))}.",
                "What travels between two workers goes through a channel (a pipe, say), not through the command line.");
        }

        if ((scene.BrokenLaw as Law.Before)?.First is { Moment: Moment.Line } first && Who.IsMain(first.Who.Name) && LineOf(scene, first) is { } due)
        {
            return new Cause(due, $"{Words.Did(breaking.What)}{Cause.At(printed)} before main had printed its line ({due}): something before that line already let it go on.",
                "Print the line first, and only then do what lets the others go on.");
        }

        if (Word(scene) is { } word)
        {
            return new Cause(ProgramMap.PlaceOf(word.Call), $"{Words.Did(breaking.What)}{Cause.At(printed)} too early{While(scene)}. {word.Why}", Suspects.NoWordIsSafe);
        }

        if (breaking.What.Moment == Moment.Line && scene.Program.PrintAt(printed) is { } print && scene.Program.OverBefore(print) is { } loop && !scene.Program.On(ProgramMap.PlaceOf(loop)).Any(Loops.IsHeard))
        {
            return new Cause(ProgramMap.PlaceOf(loop), $"{Words.Did(breaking.What)}{Cause.At(printed)} too early{While(scene)}. It comes there as soon as the loop at {ProgramMap.PlaceOf(loop)} is over.",
                "Ask of that loop: what ends it? It has to be what the rule names, not a count or a guess.");
        }

        return new Cause(printed, $"{Words.Did(breaking.What)}{Cause.At(printed)} too early{While(scene)}.",
            "Look at what lets it go on there: it has to wait until what the rule names has really happened.");
    }

    /// <summary>What the program waits for in place of the join, when the source shows it.</summary>
    private static string Instead(Scene scene, string awaited, SourceCall? before)
    {
        var start = scene.Program.StartOf(awaited);
        if (start is null || before is null)
        {
            return "";
        }

        var joins = scene.Program.JoinsOf(start);
        var late = joins.FirstOrDefault(join => join.Line > before.Line);
        var early = joins.FirstOrDefault(join => join.Line <= before.Line);
        var between = scene.Program.Between(start, before).ToList();
        var any = between.FirstOrDefault(call => call.Name is "WaitAny" or "WhenAny");
        var reads = between.FirstOrDefault(call => call.Name is "ReadLine" or "ReadLineAsync" or "ReadToEnd" or "ReadToEndAsync" or "Read");
        var other = between.FirstOrDefault(call => scene.Program.IsJoin(call) && !joins.Contains(call));
        return (any, reads, early, late, other) switch
        {
            ({ } call, _, _, _, _) => $" `{call.Name}` at {ProgramMap.PlaceOf(call)} comes back as soon as any one of them has ended.",
            (_, { } call, null, _, _) => $" `{call.Name}` at {ProgramMap.PlaceOf(call)} waits for what it says, not for its end.",
            (_, _, null, { } call, { } wrong) => $" The wait at {ProgramMap.PlaceOf(wrong)} is for another process; {Words.Name(awaited)} is waited for only at {ProgramMap.PlaceOf(call)}.",
            (_, _, null, { } call, _) => $" It is waited for only at {ProgramMap.PlaceOf(call)}.",
            (_, _, null, null, { } wrong) => $" The wait at {ProgramMap.PlaceOf(wrong)} is for another process.",
            (_, _, null, null, null) => " Nothing waits for it.",
            _ => "",
        };
    }

    /// <summary>Whom it should have waited for: who was held then, else whom the evidence names.</summary>
    internal static string? Awaited(Scene scene, string role)
    {
        var law = (scene.BrokenLaw as Law.Before);
        var lawful = law is null || law.First.Moment == Moment.Line || law.First.Who.Name == role || SomebodyNeverCame(scene, law.First.Who) ? null
            : StillThere(scene, law.First).FirstOrDefault(other => law.First.Who.Fits(other) && (law.Count == 1 || !Who.IsMain(other)));
        var cited = scene.Finding.Events.Select(scene.EventAt).OfType<Event>().Select(item => Queries.ActorOf(item.Fact)?.Role).FirstOrDefault(other => other is not null && other != role && !Who.IsMain(other) && !HadGone(scene, other));
        var held = scene.Held.Select(standing => standing.Actor.Role).Where(other => other != role && !Who.IsMain(other) && !HadGone(scene, other)).ToList();

        // Of several that are held, one that nobody joins tells most.
        return lawful ?? cited ?? held.FirstOrDefault(other => scene.Program.StartOf(other) is { } start && scene.Program.JoinsOf(start).IsEmpty) ?? held.FirstOrDefault();
    }

    /// <summary>Before the rule was broken.</summary>
    private static bool HadGone(Scene scene, string role) =>
        scene.Breaking is { } breaking && scene.Trace!.Of<Launch.Signal.Gone>().Any(gone => gone.Fact.Actor.Role == role && gone.Event.Number < breaking.Event.Number);

    /// <summary>One of those who were to be waited for is missing: then it is his end that has not come, not that of the others.</summary>
    private static bool SomebodyNeverCame(Scene scene, Who awaited) =>
        scene.Trace!.Scenario.Outcome.Workers.Any(worker => awaited.Fits(worker) && scene.Trace!.Actors().All(actor => actor.Role != worker));

    /// <summary>Who was still there when everything had settled after the breach, then all others.</summary>
    private static IEnumerable<string> StillThere(Scene scene, Point first)
    {
        var segment = scene.Breaking?.Event.Segment ?? int.MaxValue;
        var gone = scene.Trace!.Of<Launch.Signal.Gone>().Where(item => item.Event.Segment <= segment).Select(item => item.Fact.Actor.Role).ToHashSet();
        return scene.Trace!.Actors().Select(actor => actor.Role).OrderBy(role => first.Moment is Moment.Exit or Moment.End && gone.Contains(role) ? 1 : 0);
    }

    /// <summary>Where main prints the line that a point speaks of.</summary>
    private static SourcePlace? LineOf(Scene scene, Point point) =>
        scene.Trace!.Happenings().FirstOrDefault(occurrence => point.Fits(occurrence.What)) is { } line ? scene.PlaceOf(line) : scene.Program.PrintOf(point.Wording.Words.Trim('`'), Who.IsMain(point.Who.Name));

    private static (SourceCall Call, string Why)? Word(Scene scene) => Suspects.InBand(scene);

    /// <summary>A worker that tells main of its work one line above that work; one that is held there, if anybody is.</summary>
    private static (SourceCall Call, string Who, SourcePlace Printed)? Said(Scene scene) => scene.Trace!.PrintedLines().Where(line => line.Actor.Parent is not null)
        .Select(line => (line.Actor.Role, Place: scene.PlaceOf(line))).Where(line => line.Place is not null).DistinctBy(line => line.Place)
        .Select(line => (line.Role, Place: line.Place!, Call: scene.Program.PrintAt(line.Place) is { } print ? scene.Program.SaidBefore(print) : null))
        .Where(line => line.Call is not null)
        .OrderBy(line => line.Role, RoleOrder.Instance)
        .Select(line => ((SourceCall, string, SourcePlace)?)(line.Call!, WorkersHeldAtALine(scene).FirstOrDefault() ?? line.Role, line.Place))
        .FirstOrDefault();

    private static IEnumerable<string> WorkersHeldAtALine(Scene scene) =>
        scene.Held.Where(standing => standing.HeldAt?.Moment == Moment.Line).Select(standing => standing.Actor.Role).Where(role => !Who.IsMain(role));

    private static string While(Scene scene)
    {
        var held = scene.Held.Select(standing => $"{Words.Name(standing.Actor.Role)} was held {Words.At(standing.HeldAt!)}").ToList();
        return held.Count == 0 ? "" : $", while {Words.List(held)}";
    }

    private static SourceCall? AsCall(SourcePlace place, SourceCall? like) => like is null ? null : like with { File = place.File, Line = place.Line };
}
