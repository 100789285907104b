using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Launch.Stacks;
using Grader.Trace;
using Grader.Why.Show;
using Grader.Why.Source;
using Grader.Why.Waits;

namespace Grader.Why.Causes;

/// <summary>Waiting for ever, waiting by time, asking again and again.</summary>
internal static class Standstill
{
    private static readonly string[] Sleeps = ["Sleep", "Delay", "SpinWait", "WaitForExit", "WaitOne", "Wait", "CancelAfter", "TryTake", "Poll", "new CancellationTokenSource"];
    private static readonly string[] Questions = ["HasExited", "Exists", "Sleep", "Delay", "Count", "IsEmpty", "TryDequeue", "TryTake", "TryPeek", "GetProcessById", "WaitOne", "Connect", "IOException", "Yield"];

    public static Cause Deadlock(Scene scene)
    {
        var standpoints = scene.Stacks.Select(stacks => Standpoint.Of(stacks)).OfType<Standpoint>().ToList();
        if (standpoints.Count == 0)
        {
            return new Cause(null, scene.Finding.Message, "Look for two that wait for each other, or for a wait that nobody ends.") { WithCircle = true };
        }

        var alive = scene.Settled!.Standings.Select(standing => standing.Actor).ToList();
        var first = Root(scene, standpoints[0]);
        var next = WaitReason.Of(first, scene.Stacks, [.. alive], scene.Program).On.Select(actor => actor.Index).ToList();
        var reasons = standpoints.Where(standpoint => standpoint.Actor.Index != first.Actor.Index)
            .OrderBy(standpoint => next.Contains(standpoint.Actor.Index) ? 0 : 1).Prepend(first).Take(2).Select(standpoint => (Standpoint: standpoint, Reason: WaitReason.Of(standpoint, scene.Stacks, [.. alive], scene.Program))).ToList();
        var sentence = string.Join("; ", reasons.Select(pair => $"{Words.Name(pair.Standpoint.Actor.Role)} waits at {pair.Standpoint.Place} {pair.Reason.What}"));
        var explained = Reason(scene, first, WaitReason.Of(first, scene.Stacks, [.. alive], scene.Program));
        return new Cause(explained is null ? first.Place : ProgramMap.PlaceOf(explained.Value.Call), $"Deadlock: {sentence}.{(explained is null ? "" : $" {explained.Value.Why}")}",
            explained?.Advice ?? OneIsDead(scene, first) ?? NeverRaised(scene.Program) ?? (reasons.TrueForAll(pair => pair.Reason.On.IsEmpty) ? Nobody : Advice(first, reasons[^1].Reason)))
        { WithCircle = true };
    }

    public static Cause Timed(Scene scene)
    {
        var fact = Cited<Signal.WaitedByTime>(scene);
        var standpoint = fact?.Stack is { } stack ? Standpoint.Of(fact.Actor, stack) : null;
        var late = standpoint is not null && !IsTimed(scene, standpoint); // the time was over before the stack was read
        standpoint = late ? null : standpoint;
        var place = standpoint?.Place ?? (late ? null : Named(scene)) ?? Guess(scene, Sleeps);
        var actor = Words.Name(fact?.Actor.Role ?? scene.Finding.Role ?? Who.Main);
        var call = CallAt(scene, place, Sleeps) is { Length: > 0 } written ? written : standpoint is { Call.Length: > 0 } ? $"`{standpoint.ShortCall}`" : "";
        return new Cause(place, $"{actor} waits by time{Cause.At(place)}{(call.Length == 0 ? "" : $" ({call})")} where it has to wait for another process: on a slower machine the time is over first.",
            "Wait for the event itself: `WaitForExit()` without a number for the end of a process, a blocking read for its words.");
    }

    public static Cause Polling(Scene scene)
    {
        var fact = Cited<Signal.Polled>(scene);
        var standpoint = fact?.Stack is { } stack ? Standpoint.Of(fact.Actor, stack) : null;
        var place = standpoint?.Place ?? Named(scene) ?? Guess(scene, Questions);
        var question = place is null ? null : scene.Program.Named("HasExited", "Exists", "Count", "IsEmpty", "TryDequeue", "TryTake", "GetProcessById")
            .FirstOrDefault(call => call.File == place.File && Math.Abs(call.Line - place.Line) <= 4);
        // Where in its loop it was caught is chance; the loop is not.
        var loop = place is null ? null : scene.Program.Named("while", "for").LastOrDefault(found => found.File == place.File && found.Line <= place.Line && place.Line - found.Line <= 4);
        place = loop is null || !scene.Program.On(ProgramMap.PlaceOf(loop)).Any(call => Questions.Contains(call.Name)) ? place : ProgramMap.PlaceOf(loop);
        var asks = question is null ? "" : $" (it asks `{question.Name}` at {ProgramMap.PlaceOf(question)})";
        return new Cause(place, $"{Words.Name(fact?.Actor.Role ?? scene.Finding.Role ?? Who.Main)} asks again and again{Cause.At(place)}{asks} instead of waiting.",
            question?.Name == "HasExited" ? "`WaitForExit()` sleeps until the process has ended, and costs nothing meanwhile." : "Use a wait that sleeps until the thing itself happens: a join, a blocking read, a lock.");
    }

    /// <summary>
    /// Main waits for a worker, the worker for main's answer, and the thread of main that should answer waits too: then that one is the root.
    /// It is not when it waits for an item: whoever should have put it did too little.
    /// </summary>
    private static Standpoint Root(Scene scene, Standpoint main)
    {
        var asked = scene.Stacks.Any(stacks => Standpoint.Of(stacks)?.ShortCall == "Connection.Ask");
        var serving = asked ? scene.Stacks.Where(stacks => stacks.Actor.Index == main.Actor.Index).SelectMany(stacks => Standpoint.All(stacks)).Skip(1).ToList() : [];
        return serving.FirstOrDefault(standpoint => standpoint.Thread.ThreadName != StackReader.AwaitName
            && (standpoint.ShortCall.StartsWith("SemaphoreSlim", StringComparison.Ordinal) || standpoint.ShortCall is "Monitor.Enter" or "Lock.Enter" or "Monitor.Wait" or "Barrier.SignalAndWait" || standpoint.ShortCall.StartsWith("WaitHandle.", StringComparison.Ordinal))) ?? main;
    }

    /// <summary>Calls that explain the standstill better than the wait itself does.</summary>
    private static (SourceCall Call, string Why, string? Advice)? Reason(Scene scene, Standpoint root, WaitReason reason)
    {
        var program = scene.Program;
        var killed = scene.Trace!.SignalsSent().Any(sent => sent.Number == 9);
        if (reason.What.Contains("only it itself", StringComparison.Ordinal) && program.Named("GetClientHandleAsString").FirstOrDefault() is { } handle)
        {
            return (handle, $"Main still holds its own copy of the end that it gave away ({ProgramMap.PlaceOf(handle)}), so the end of file never comes.", null);
        }

        if (reason.What.Contains("read from", StringComparison.Ordinal) && Suspects.Unflushed(program, atTheEndIsEnough: false) is { } unflushed)
        {
            return (unflushed.Call, unflushed.Why, "Flush after each message (`AutoFlush = true`), or dispose the writer when the last one is written.");
        }

        if (scene.Stacks.SelectMany(stacks => Standpoint.All(stacks)).Any(standpoint => standpoint.ShortCall.StartsWith("BlockingCollection.Take", StringComparison.Ordinal))
            && !program.Named("CompleteAdding").Any() && program.Calls.LastOrDefault(call => call is { Name: "Add" or "TryAdd", Depth: 0, Names.Length: <= 1 } && call.Literals.Length + call.Names.Length == 1 && program.Sides.IsOfMain(call)) is { } mark)
        {
            return (mark, $"What is put at {ProgramMap.PlaceOf(mark)} is put once, and whoever takes it has it alone: the others wait for ever.", "One end mark for each worker, or one that everybody sees and nobody takes away (`CompleteAdding`).");
        }

        if (program.Named("new AutoResetEvent").FirstOrDefault() is { } auto && root.ShortCall.StartsWith("WaitHandle", StringComparison.Ordinal))
        {
            return (auto, $"An `AutoResetEvent` lets one through and closes again ({ProgramMap.PlaceOf(auto)}).", "Use an event that stays open once it is set: `ManualResetEvent`, `ManualResetEventSlim`.");
        }

        if (root.ShortCall is "Monitor.Wait" && Pulse(program) is { } pulse)
        {
            return (pulse.Call, pulse.Why, "Count by hand: when does the condition become true, and who wakes the others then?");
        }

        if (killed && root.ShortCall.StartsWith("SemaphoreSlim", StringComparison.Ordinal) && program.Named("Release").LastOrDefault() is { } alive)
        {
            var host = program.Named("new Host").FirstOrDefault(made => !made.Names.Contains("ended") && !program.Calls.Any(call => call.Method.Length > 0 && made.Names.Skip(1).Contains(call.Method)));
            return (host ?? alive, $"A place is given back only at {ProgramMap.PlaceOf(alive)}, by who is alive: who died inside keeps it for ever.", "Whoever is told of a worker's end gives its place back, if it still has one.");
        }

        if (killed || root.ShortCall is not ("Barrier.SignalAndWait" or "SemaphoreSlim.Wait"))
        {
            return null;
        }

        return Suspects.Size(program) is { } size ? (size, $"Look at the number at {ProgramMap.PlaceOf(size)}.", "Who comes there, and how often? The number has to be just that, in every run.")
            : root.ShortCall == "SemaphoreSlim.Wait" && program.Named("Release").LastOrDefault() is { } release ? (release, $"It is let go on only as often as `Release` is called ({ProgramMap.PlaceOf(release)}).", "Is everybody counted, also who comes later? What stays open once it is set needs no counting.")
            : null;
    }

    /// <summary>The condition on which those who wait are woken.</summary>
    internal static (SourceCall Call, string Why)? Pulse(ProgramMap program) => program.Named("PulseAll", "Pulse")
        .Select(pulse => (Pulse: pulse, Condition: program.Named("if").LastOrDefault(choice => choice.File == pulse.File && choice.Method == pulse.Method && choice.Line < pulse.Line && pulse.Line - choice.Line <= 6)))
        .Where(found => found.Condition is not null)
        .Select(found => ((SourceCall, string)?)(found.Condition!, $"`{found.Pulse.Name}` at {ProgramMap.PlaceOf(found.Pulse)} wakes those who wait, but only on the condition at {ProgramMap.PlaceOf(found.Condition!)}."))
        .FirstOrDefault();

    private const string Nobody = "Who has to do what is waited for there? Does he get to it in every run, also when one of them dies or comes late?";

    /// <summary>Whoever was killed comes to no barrier any more.</summary>
    private static string? OneIsDead(Scene scene, Standpoint root) =>
        scene.Trace!.SignalsSent().Any(sent => sent.Number == 9) && root.ShortCall is "Barrier.SignalAndWait" or "CountdownEvent.Wait" or "Monitor.Wait"
            ? "Who was killed never comes there. Whoever notices the end of a worker, wherever it died, has to let the others know." : null;

    private static string? NeverRaised(ProgramMap program) => program.Named("Exited").Any() && !program.Named("EnableRaisingEvents").Any()
        ? "`Exited` is raised only where `EnableRaisingEvents` has been set to true." : null;

    private static string Advice(Standpoint first, WaitReason last) => (first.ShortCall, last.What) switch
    {
        ("Process.WaitForExit" or "Process.WaitForExitAsync", var what) when what.Contains("room in", StringComparison.Ordinal) =>
            "Read everything that the worker writes (standard output and standard error, at the same time) first, and wait for its end after that.",
        ("Process.WaitForExit" or "Process.WaitForExitAsync", var what) when what.Contains("read from", StringComparison.Ordinal) =>
            "Close your end of the channel when nothing more is to come: the end of file is what lets the worker end.",
        (_, var what) when what.Contains("room in", StringComparison.Ordinal) =>
            "Read all that the worker writes at the same time: one task for its standard output, one for its standard error.",
        (_, var what) when what.Contains("Take`", StringComparison.Ordinal) =>
            "What is taken is gone: does everybody who waits there get one of his own (an item, an end mark)?",
        (_, var what) when what.Contains("only it itself", StringComparison.Ordinal) => "Close your own copy of the other end (`DisposeLocalCopyOfClientHandle`) after the start.",
        _ => "Follow the circle, and take out one of its waits: who could do what the other waits for, and what keeps him from it?",
    };

    private static T? Cited<T>(Scene scene)
        where T : Signal => scene.Finding.Events.Select(scene.EventAt).Select(item => item?.Fact).OfType<T>().FirstOrDefault()
            ?? scene.Trace?.Of<T>().Select(found => found.Fact).FirstOrDefault();

    private static SourcePlace? Named(Scene scene) => scene.Finding is { File: { } file, Line: > 0 and var line } ? new SourcePlace(file, line) : null;

    private static SourcePlace? Guess(Scene scene, string[] names) =>
        names.SelectMany(name => scene.Program.Named(name).Where(IsTimed)).OrderBy(call => scene.Program.Sides.Fits(call, (scene.Finding.Role ?? Who.Main) == Who.Main) ? 0 : 1).FirstOrDefault() is { } call ? ProgramMap.PlaceOf(call) : null;

    private static bool IsTimed(Scene scene, Standpoint standpoint) =>
        scene.Program.On(standpoint.Place).Any(call => Sleeps.Contains(call.Name)) || !Guessable(scene, standpoint.Actor);

    private static bool Guessable(Scene scene, Actor actor) => Sleeps.SelectMany(name => scene.Program.Named(name)).Any(call => IsTimed(call) && scene.Program.Sides.Fits(call, actor.Parent is null));

    private static bool IsTimed(SourceCall call) => call.Name is not ("WaitForExit" or "WaitOne" or "Wait" or "new CancellationTokenSource") || call.Literals.Length > 0 || call.Names.Length > 0;

    private static string CallAt(Scene scene, SourcePlace? place, string[] names) =>
        place is not null && scene.Program.On(place).FirstOrDefault(call => names.Contains(call.Name)) is { } call ? $"`{call.Name}`" : "";
}
