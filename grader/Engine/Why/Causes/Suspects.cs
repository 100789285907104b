using Grader.Build;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;
using Grader.Verify;
using Grader.Why.Show;
using Grader.Why.Source;

namespace Grader.Why.Causes;

/// <summary>Calls that usually stand behind a broken line or item, when the source has them.</summary>
internal static class Suspects
{
    public const string NoWordIsSafe = "No word is safe as a mark when every word may be data: let the end of the channel be the end, or put a mark beside the data, not into it.";

    /// <summary>The first suspect and a sentence about it; null when the source shows none.</summary>
    public static (SourceCall Call, string Why)? Of(Scene scene)
    {
        var program = scene.Program;
        (SourceCall, string)? Found(Func<SourceCall, bool> fits, string why) =>
            program.Calls.FirstOrDefault(fits) is { } call ? (call, $"{why} ({ProgramMap.PlaceOf(call)}).") : null;
        return scene.Finding.Code switch
        {
            Code.LostItem => InBand(scene) ?? (Killed(scene) ? HandedOut(program) : null) ?? Unflushed(program, atTheEndIsEnough: !Killed(scene))
                ?? Found(call => call.Name is "Distinct" or "DistinctBy", "`Distinct` makes one of equal items, and they are separate tasks")
                ?? Found(call => call.Name == "Add" && Holds(program, call.Receiver, "new HashSet"), "A set takes equal items only once")
                ?? Found(call => call.Name == "Clear", "`Clear` throws away what is still waiting")
                ?? Found(call => call.Name == "IsBackground" && !program.Named("Join").Any(join => join.Method == call.Method && join.InWorkerBranch == call.InWorkerBranch), "A background thread dies with `Main`, and what it has not yet sent is lost")
                ?? Found(call => call is { Name: "Run", Receiver: "Task" }, "A task dies with `Main`, and what it has not yet sent is lost")
                ?? Found(call => call.Name is "IsEmpty" or "Count" && call.Depth > 0 && !IsResult(call), "That a queue is empty now does not mean that nothing more will come")
                ?? Found(call => call.Name is "TryTake" or "TryAdd" or "TryWrite", "A `Try…` that did not succeed has to be tried again, or its item is lost"),
            Code.DuplicateItem => (Killed(scene) ? Reset(program) : null) ?? OnceMore(scene) ?? Again(program),
            Code.TornItem => Found(call => call.Name is "Read" or "ReadAsync" or "Receive" or "ReceiveAsync", "One read brings what is there, not what was sent in one piece")
                ?? Found(call => call.Name is "WriteLine" or "Write" && call.Receiver is not ("Console" or "Out" or "Error") && call.Depth > 0, "Several that write into one pipe cut each other's long items (more than 4096 bytes)"),
            Code.WrongOrder => Found(call => call.Name is "Push" or "new Stack" or "new ConcurrentStack" or "new ConcurrentBag", "This collection does not keep the order")
                ?? Found(call => call.Name is "Enqueue" && call.Depth > 0, "What is put here comes after all that is already waiting"),
            Code.WrongOutput => Arguments(scene) ?? InBand(scene) ?? AskedAtOnce(scene) ?? OwnField(scene) ?? Swallowed(scene) ?? (Killed(scene) ? Found(call => call.Name == "Kill", "`Kill` is SIGKILL: whoever gets it does nothing any more") : null),
            _ => null,
        };
    }

    /// <summary>A condition that takes a word for the end although the word may be data: it is among the arguments.</summary>
    public static (SourceCall Call, string Why)? InBand(Scene scene)
    {
        var words = (scene.Trace?.Scenario.Arguments ?? []).Where(word => word.Length > 0 && !word.StartsWith('-') && !word.All(char.IsAsciiDigit)).ToHashSet();
        return scene.Program.Calls.FirstOrDefault(call => Loops.IsCondition(call) && !call.Names.Contains("args") && call.Literals.Any(words.Contains)) is { } condition
            ? (condition, $"`{condition.Name}` at {ProgramMap.PlaceOf(condition)} takes {Visible.Quoted(condition.Literals.First(words.Contains), 40)} for something else than a word like all others.")
            : null;
    }

    /// <summary>Main asks everything first and hears the answers afterwards.</summary>
    private static (SourceCall, string)? AskedAtOnce(Scene scene) =>
        scene.Breaking is { What.Moment: Moment.Line, Actor.Parent: null } breaking && scene.Program.PrintAt(scene.PlaceOf(breaking)) is { } print && scene.Program.AllSaidBefore(print) is { } said
            ? (said, $"All questions are asked at {ProgramMap.PlaceOf(said)} before the first answer is heard.")
            : null;

    /// <summary>A writer whose words stay in its buffer. A <c>using</c> flushes it at the end of its life: too late for whoever waits for an answer, or dies before.</summary>
    public static (SourceCall Call, string Why)? Unflushed(ProgramMap program, bool atTheEndIsEnough)
    {
        var writer = program.Named("new StreamWriter").FirstOrDefault(call => call.AssignedTo.Length > 0);
        if (writer is null || program.Named("AutoFlush", "Flush", "FlushAsync").Any()
            || (atTheEndIsEnough && (program.Calls.Any(call => call.Receiver == writer.AssignedTo && call.Name is "Dispose" or "Close")
                || program.TextAt(ProgramMap.PlaceOf(writer)).Contains("using ", StringComparison.Ordinal))))
        {
            return null;
        }

        return (writer, $"What the `StreamWriter` is given stays in its buffer until it is flushed or disposed ({ProgramMap.PlaceOf(writer)}).");
    }

    /// <summary>The object in main that the others are kept waiting with, when its size is the likely mistake.</summary>
    public static SourceCall? Size(ProgramMap program) => program.Calls.FirstOrDefault(call =>
        call.Name is "new SemaphoreSlim" or "new Semaphore" or "new Barrier" or "new CountdownEvent" or "new BlockingCollection"
        && call.Literals.Any(literal => literal.Length > 0 && literal.All(char.IsAsciiDigit) && literal != "0"));

    /// <summary>Arguments that are glued to one string, or changed on their way.</summary>
    private static (SourceCall, string)? Arguments(Scene scene)
    {
        if (scene.Breaking is { } breaking && breaking.Actor.Parent is null)
        {
            return null;
        }

        var sites = scene.Program.StartSites;
        if (sites.FirstOrDefault(site => site.Literals.Any(literal => literal.StartsWith("--worker ", StringComparison.Ordinal))) is { } glued)
        {
            return (glued, $"One string of arguments is taken apart at its blanks and quotes again ({ProgramMap.PlaceOf(glued)}).");
        }

        if (scene.Program.Named("Arguments").FirstOrDefault() is { } property)
        {
            return (property, $"`Arguments` is one string that is taken apart at its blanks and quotes again ({ProgramMap.PlaceOf(property)}).");
        }

        return scene.Program.Named("Trim", "TrimEnd", "TrimStart", "Replace").FirstOrDefault(call => sites.Any(site => site.File == call.File && Math.Abs(site.Line - call.Line) <= 2)) is { } trim
            ? (trim, $"`{trim.Name}` changes an argument on its way ({ProgramMap.PlaceOf(trim)}).")
            : null;
    }

    /// <summary>The line that came twice stands in a loop of its own.</summary>
    private static (SourceCall, string)? OnceMore(Scene scene) =>
        scene.Breaking is { What.Moment: Moment.Line, Actor.Parent: not null } breaking && scene.Program.PrintAt(scene.PlaceOf(breaking)) is { } print
        && scene.Program.Around(print) is { Depth: > 0 } loop && !scene.Program.On(ProgramMap.PlaceOf(loop)).Any(Loops.IsHeard)
            ? (loop, $"The loop at {ProgramMap.PlaceOf(loop)} does it again.")
            : null;

    /// <summary>A variable that was set to 0 before a loop of main is set to 0 again inside of it: all begins anew.</summary>
    private static (SourceCall, string)? Reset(ProgramMap program) =>
        program.Named("number").FirstOrDefault(zero => zero is { Literals: ["0"], Depth: > 0, AssignedTo.Length: > 0 } && program.Sides.IsOfMain(zero)
            && program.Calls.Any(before => before.AssignedTo == zero.AssignedTo && before.Method == zero.Method && before.Depth < zero.Depth && before.Line < zero.Line)) is { } again
            ? (again, $"`{again.AssignedTo}` becomes 0 again ({ProgramMap.PlaceOf(again)}): what has been done begins anew.")
            : null;

    /// <summary>Main takes a task off its list while it answers: whoever dies with it takes it along.</summary>
    private static (SourceCall, string)? HandedOut(ProgramMap program)
    {
        var handlers = program.Named("new Host").SelectMany(host => host.Names).ToHashSet();
        return program.Calls.FirstOrDefault(call => program.Sides.IsOfMain(call) && (call.Name is "TryDequeue" or "Dequeue" or "TryTake" or "TryPop" or "Pop" or "RemoveAt"
                || (call.Name == "++" && handlers.Contains(call.Method)))) is { } taken
            ? (taken, $"At {ProgramMap.PlaceOf(taken)} a task is taken off the list as it is handed out; nobody puts it back when its worker dies.")
            : null;
    }

    /// <summary>Main prints a static field that the workers change, each its own.</summary>
    private static (SourceCall, string)? OwnField(Scene scene)
    {
        var program = scene.Program;
        var print = scene.Breaking is { What.Moment: Moment.Line, Actor.Parent: null } breaking ? program.PrintAt(scene.PlaceOf(breaking)) : null;
        return print is not null && program.Named("static").FirstOrDefault(field => print.Names.Contains(field.Receiver)
                && program.Calls.Any(call => call.Names.Contains(field.Receiver) && program.Sides.IsOfWorkers(call))) is { } shared
            ? (shared, $"The field `{shared.Receiver}` ({ProgramMap.PlaceOf(shared)}) is another one in each process: what a worker writes there main never sees.")
            : null;
    }

    /// <summary>A worker catches what should have been told.</summary>
    private static (SourceCall, string)? Swallowed(Scene scene) =>
        scene.Breaking is { What.Moment: Moment.Line, Actor.Parent: null } breaking && !breaking.What.Text.Any(char.IsAsciiLetter) && OutputDiff.Missing(scene).Any(line => line.Any(char.IsAsciiLetter))
        && scene.Program.Named("catch").FirstOrDefault(handler => scene.Program.Sides.IsOfWorkers(handler) && (handler.Names.IsEmpty || handler.Names.Any(name => name is "Exception" or "DivideByZeroException" or "ArithmeticException"))) is { } caught
            ? (caught, $"What is caught at {ProgramMap.PlaceOf(caught)}: does main hear of it, as what it is?")
            : null;

    /// <summary>A worker that sends at two places: the second one is the suspect.</summary>
    private static (SourceCall, string)? Again(ProgramMap program)
    {
        var sends = program.Named("Ask").Where(call => (call.Literals.Length > 0 || call.Names.Length > 0) && !program.On(ProgramMap.PlaceOf(call)).Any(Loops.IsCondition)).GroupBy(call => call.Method).FirstOrDefault(group => group.Count() > 1)?.ToList();
        return sends is null ? null : (sends[^1], $"Here it is sent once more ({ProgramMap.PlaceOf(sends[^1])}).");
    }

    private static bool Killed(Scene scene) => scene.Trace?.Of<Signal.Gone>().Any(gone => gone.Fact.Status.Signal == 9) == true;

    private static bool Holds(ProgramMap program, string variable, string creation) =>
        variable.Length > 0 && program.Calls.Any(call => call.Name == creation && call.AssignedTo == variable);

    private static bool IsResult(SourceCall call) => call.Receiver is "args" or "inputs";
}
