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
    private static readonly string[] Guards = ["lock", "WaitOne", "new Mutex", "new Semaphore", "new SemaphoreSlim", "Enter", "Wait", "WaitAsync", "SignalAndWait", "new Barrier", "new CountdownEvent", "new BlockingCollection"];

    public static Cause Of(Scene scene)
    {
        if (scene.Breaking is not { } breaking)
        {
            return new Cause(null, scene.Finding.Message, "Compare the order that the rule asks for with the order of the calls in your program.");
        }

        return breaking.What.Moment switch
        {
            Moment.Start => Started(scene, breaking),
            Moment.Exit or Moment.End when IsMain(breaking.What.Role) => MainLeft(scene),
            Moment.Line when IsMain(breaking.What.Role) => MainPrinted(scene, breaking),
            _ => WorkerWentOn(scene, breaking),
        };
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

        var name = Words.Name(awaited);
        var start = scene.Program.StartOf(awaited);
        return new Cause(place, $"main prints {text}{Cause.At(place)} while {name} is still there.{Instead(scene, awaited, place is null ? null : AsCall(place, start))}",
            $"Wait for the end of {name} before that line; its last output is not yet its end.");
    }

    private static Cause MainLeft(Scene scene) => MissingJoin.Of(scene, Awaited(scene, Who.Main));

    private static Cause WorkerWentOn(Scene scene, Occurrence breaking)
    {
        var role = Words.Name(breaking.What.Role);
        var printed = scene.PlaceOf(breaking);
        var others = scene.Finding.Events.Select(scene.EventAt).OfType<Event>().Select(item => Queries.ActorOf(item.Fact)?.Role)
            .OfType<string>().Where(other => other != breaking.What.Role && !IsMain(other)).Distinct().ToList();
        if (Door(scene) is { } door)
        {
            return new Cause(ProgramMap.PlaceOf(door.Call), $"{Words.Did(breaking.What)}{Cause.At(printed)} too early{While(scene)}. {door.Why}", "Count for a moment by hand: how many may be let through, and who lets them through?");
        }

        var inside = scene.Trace?.Scenario.Laws.OfType<Law.Inside>().Any() == true;
        if (inside && others.Count > 0)
        {
            var guard = Guard(scene, printed);
            var place = guard is null ? printed : ProgramMap.PlaceOf(guard);
            return new Cause(place, $"{role} came inside ({Words.Did(breaking.What)}{Cause.At(printed)}) while {Words.Names(others)} {(others.Count == 1 ? "was" : "were")} still there."
                + (guard is null ? " Nothing in the program keeps two processes apart." : $" {Why(guard)}"),
                "What keeps processes apart has to be shared between processes: a named `Mutex`, or a place that one process hands out.");
        }

        if (breaking.What.Text.Length > 0 && breaking.Actor.CommandLine.Skip(2).Contains(breaking.What.Text) && scene.Program.StartOf(breaking.What.Role) is { } told)
        {
            return new Cause(ProgramMap.PlaceOf(told), $"{role} printed {Visible.Quoted(breaking.What.Text, 40)} before it could have got it from anybody: it is told in its arguments{Cause.At(ProgramMap.PlaceOf(told))}.",
                "What travels between two workers goes through a channel (a pipe, say), not through the command line.");
        }

        if ((scene.BrokenLaw as Law.Before)?.First is { Moment: Moment.Line } first && IsMain(first.Who.Name) && LineOf(scene, first) is { } due)
        {
            return new Cause(due, $"{Words.Did(breaking.What)}{Cause.At(printed)} before main had printed its line ({due}): something before that line already let it go on.",
                "Print the line first, and only then do what lets the others go on.");
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
        var lawful = law is null || law.First.Moment == Moment.Line || law.First.Who.Name == role ? null
            : scene.Trace!.Actors().Select(actor => actor.Role).FirstOrDefault(other => law.First.Who.Fits(other) && (law.Count == 1 || !IsMain(other)));
        var cited = scene.Finding.Events.Select(scene.EventAt).OfType<Event>().Select(item => Queries.ActorOf(item.Fact)?.Role).FirstOrDefault(other => other is not null && other != role && !IsMain(other));
        var held = scene.Held.Select(standing => standing.Actor.Role).Where(other => other != role && !IsMain(other)).ToList();

        // Of several that are held, one that nobody joins tells most.
        return lawful ?? cited ?? held.FirstOrDefault(other => scene.Program.StartOf(other) is { } start && scene.Program.JoinsOf(start).IsEmpty) ?? held.FirstOrDefault();
    }

    /// <summary>Where main prints the line that a point speaks of.</summary>
    private static SourcePlace? LineOf(Scene scene, Point point) =>
        scene.Trace!.Happenings().FirstOrDefault(occurrence => point.Fits(occurrence.What)) is { } line ? scene.PlaceOf(line) : scene.Program.PrintOf(point.Wording.Words.Trim('`'));

    /// <summary>What lets workers through in main, when one look at it shows that it lets too many through.</summary>
    private static (SourceCall Call, string Why)? Door(Scene scene)
    {
        var program = scene.Program;
        if (Suspects.Size(program) is { Name: "new SemaphoreSlim" or "new Semaphore" } size && size.Names.Length > 0)
        {
            return (size, $"The number of places at {ProgramMap.PlaceOf(size)} is not the one that was asked for.");
        }

        var releases = program.Named("Release").Where(call => program.Calls.Any(made => made.Name == "new SemaphoreSlim" && made.AssignedTo == call.Receiver)).ToList();
        if (releases.Count > 1)
        {
            return (releases[^1], $"Places are given back at {Words.List([.. releases.Select(call => $"{ProgramMap.PlaceOf(call)}")])}: is one given back twice?");
        }

        if (program.Named("new BlockingCollection").FirstOrDefault(call => call.Names.Length == 0 && call.Literals.Length == 0) is { } endless && TooMany(scene))
        {
            return (endless, $"The queue at {ProgramMap.PlaceOf(endless)} has no limit.");
        }

        return scene.Breaking is { What.Moment: Moment.Exit } && program.Named("CompleteAdding").FirstOrDefault() is { } complete
            ? (complete, $"`CompleteAdding` at {ProgramMap.PlaceOf(complete)} sends everybody home as soon as nothing is waiting, although work is still being done.")
            : program.Named("new CountdownEvent").FirstOrDefault() is { } once && scene.Breaking is { What.Nth: > 2 }
                ? (once, $"The `CountdownEvent` at {ProgramMap.PlaceOf(once)} stays open once it has come to zero.")
                : null;
    }

    /// <summary>Some were right, and then one too many came.</summary>
    private static bool TooMany(Scene scene) => scene.Check?.Fact is Launch.Signal.Stepped { Step: Step.Check check } && scene.Breaking is { } breaking
        && check.Expectations.OfType<Expectation.Count>().Any(count => count.AtMost is > 0 and < int.MaxValue && count.Point.Fits(breaking.What));

    private static string While(Scene scene)
    {
        var held = scene.Held.Select(standing => $"{Words.Name(standing.Actor.Role)} was held {Words.At(standing.HeldAt!)}").ToList();
        return held.Count == 0 ? "" : $", while {Words.List(held)}";
    }

    private static SourceCall? Guard(Scene scene, SourcePlace? printed)
    {
        var guards = scene.Program.Named(Guards).ToList();
        return printed is null ? guards.FirstOrDefault() : guards.Where(guard => guard.File == printed.File).MinBy(guard => Math.Abs(guard.Line - printed.Line)) ?? guards.FirstOrDefault();
    }

    private static string Why(SourceCall guard) => guard switch
    {
        { Name: "lock" or "Enter" } => $"`{guard.Name}` at {ProgramMap.PlaceOf(guard)} keeps only the threads of one process apart.",
        { Name: "new Mutex", Literals.Length: 0, Names.Length: 0 } => $"The `Mutex` at {ProgramMap.PlaceOf(guard)} has no name, so each process has its own.",
        { Name: "new SemaphoreSlim" } => $"The `SemaphoreSlim` at {ProgramMap.PlaceOf(guard)} belongs to one process; look at its number of places too.",
        _ => $"Look at `{guard.Name}` at {ProgramMap.PlaceOf(guard)}.",
    };

    private static SourceCall? AsCall(SourcePlace place, SourceCall? like) => like is null ? null : like with { File = place.File, Line = place.Line };

    private static bool IsMain(string role) => role is Who.Main or Who.OtherPrefix + Who.Main;
}
