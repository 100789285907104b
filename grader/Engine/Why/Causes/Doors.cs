using Grader.Build;
using Grader.Contract;
using Grader.Launch.Stacks;
using Grader.Trace;
using Grader.Why.Show;
using Grader.Why.Source;

namespace Grader.Why.Causes;

/// <summary>What lets processes through, and what keeps them apart: semaphores, queues, locks, and where they stand in the source.</summary>
internal static class Doors
{
    private static readonly string[] Guards = ["lock", "WaitOne", "new Mutex", "new Semaphore", "new SemaphoreSlim", "Enter", "Wait", "WaitAsync", "SignalAndWait", "new Barrier", "new CountdownEvent", "new BlockingCollection"];

    private static readonly string[] Locks = ["lock", "WaitOne", "Enter", "Wait", "WaitAsync", "ReleaseMutex", "Release", "Exit", "Set", "Ask", "Lock", "Unlock", "flock", "lockf", "fcntl", "semop", "sem_wait", "sem_post"];

    /// <summary>What lets workers through in main, when one look at it shows that it lets too many through.</summary>
    public static (SourceCall Call, string Why)? Of(Scene scene)
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
            var handed = program.Named("Add").FirstOrDefault(add => add.Receiver == endless.AssignedTo && add.Receiver.Length > 0);
            return handed is not null && program.Named("new BlockingCollection").Any(other => other != endless)
                ? (handed, $"What is put at {ProgramMap.PlaceOf(handed)} goes into a queue without a limit (made at {ProgramMap.PlaceOf(endless)}), and only later into the one that has one.")
                : (endless, $"The queue at {ProgramMap.PlaceOf(endless)} has no limit.");
        }

        return scene.Breaking is { What.Moment: Moment.Exit } && program.Named("CompleteAdding").FirstOrDefault() is { } complete
            ? (complete, $"`CompleteAdding` at {ProgramMap.PlaceOf(complete)} sends everybody home as soon as nothing is waiting, although work is still being done.")
            : program.Named("new CountdownEvent").FirstOrDefault() is { } once && scene.Breaking is { What.Nth: > 2 }
                ? (once, $"The `CountdownEvent` at {ProgramMap.PlaceOf(once)} stays open once it has come to zero.")
                : null;
    }

    /// <summary>Something of the lock stands between the two lines that have to be printed inside: it is taken too late, or given up too early.</summary>
    public static SourceCall? BetweenLines(Scene scene)
    {
        if (scene.Trace?.Scenario.Laws.OfType<Law.Inside>().FirstOrDefault() is not { } law || PlaceOf(scene, law.Enter) is not { } enter || PlaceOf(scene, law.Leave) is not { } leave || enter.File != leave.File)
        {
            return null;
        }

        var program = scene.Program;
        var helpers = Locks.ToHashSet();
        while (program.Calls.Any(call => helpers.Contains(call.Name) && call.Method is not "Main" && helpers.Add(call.Method)))
        {
        }

        return program.Calls.FirstOrDefault(call => call.File == enter.File && call.Line > enter.Line && call.Line < leave.Line && helpers.Contains(call.Name));
    }

    private static SourcePlace? PlaceOf(Scene scene, Point point) =>
        scene.Trace!.PrintedLines().FirstOrDefault(line => point.Fits(line.What)) is { } line ? scene.PlaceOf(line) : null;

    /// <summary>What is meant to keep processes apart near a line.</summary>
    public static SourceCall? Guard(Scene scene, SourcePlace? printed)
    {
        // What main makes keeps its workers apart only when they ask main.
        var asks = scene.Program.Named("Ask", "ReadLine", "ReadByte", "Read", "ReadString", "ReceiveAsync", "Receive").Any(call => scene.Program.Sides.Fits(call, main: false));
        var guards = scene.Program.Named(Guards).Where(guard => asks || scene.Program.Sides.Fits(guard, main: false)).ToList();
        return printed is null ? guards.FirstOrDefault()
            : guards.Where(guard => guard.File == printed.File).OrderBy(guard => KeepsNobodyOut(guard) ? 0 : 1).ThenBy(guard => Math.Abs(guard.Line - printed.Line)).FirstOrDefault() ?? guards.FirstOrDefault();
    }

    /// <summary>No other process, that is.</summary>
    private static bool KeepsNobodyOut(SourceCall guard) => guard is { Name: "lock" or "Enter" } or { Name: "new Mutex", Literals.Length: 0, Names.Length: 0 };

    public static string Why(SourceCall guard) => guard switch
    {
        { Name: "lock" or "Enter" } => $"`{guard.Name}` at {ProgramMap.PlaceOf(guard)} keeps only the threads of one process apart.",
        { Name: "new Mutex", Literals.Length: 0, Names.Length: 0 } => $"The `Mutex` at {ProgramMap.PlaceOf(guard)} has no name, so each process has its own.",
        { Name: "new SemaphoreSlim" } => $"The `SemaphoreSlim` at {ProgramMap.PlaceOf(guard)} belongs to one process; look at its number of places too.",
        _ => $"Look at `{guard.Name}` at {ProgramMap.PlaceOf(guard)}.",
    };

    /// <summary>Some were right, and then one too many came.</summary>
    private static bool TooMany(Scene scene) => scene.Check?.Fact is Launch.Signal.Stepped { Step: Step.Check check } && scene.Breaking is { } breaking
        && check.Expectations.OfType<Expectation.Count>().Any(count => count.AtMost is > 0 and < int.MaxValue && count.Point.Fits(breaking.What));
}
