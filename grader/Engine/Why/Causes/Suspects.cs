using Grader.Build;
using Grader.Launch;
using Grader.Trace;
using Grader.Verify;
using Grader.Why.Source;

namespace Grader.Why.Causes;

/// <summary>Calls that usually stand behind a broken line or item, when the source has them.</summary>
internal static class Suspects
{
    /// <summary>The first suspect and a sentence about it; null when the source shows none.</summary>
    public static (SourceCall Call, string Why)? Of(Scene scene)
    {
        var program = scene.Program;
        (SourceCall, string)? Found(Func<SourceCall, bool> fits, string why) =>
            program.Calls.FirstOrDefault(fits) is { } call ? (call, $"{why} ({ProgramMap.PlaceOf(call)}).") : null;
        return scene.Finding.Code switch
        {
            Code.LostItem => Unflushed(program, atTheEndIsEnough: !Killed(scene))
                ?? Found(call => call.Name is "Distinct" or "DistinctBy", "`Distinct` makes one of equal items, and they are separate tasks")
                ?? Found(call => call.Name == "Add" && Holds(program, call.Receiver, "new HashSet"), "A set takes equal items only once")
                ?? Found(call => call.Name == "Clear", "`Clear` throws away what is still waiting")
                ?? Found(call => call is { Name: "Run", Receiver: "Task" }, "A task dies with `Main`, and what it has not yet sent is lost")
                ?? Found(call => call.Name is "IsEmpty" or "Count" && call.Depth > 0 && !IsResult(call), "That a queue is empty now does not mean that nothing more will come")
                ?? Found(call => call.Name is "TryTake" or "TryAdd" or "TryWrite", "A `Try…` that did not succeed has to be tried again, or its item is lost"),
            Code.DuplicateItem => Again(program),
            Code.TornItem => Found(call => call.Name is "Read" or "ReadAsync" or "Receive" or "ReceiveAsync", "One read brings what is there, not what was sent in one piece")
                ?? Found(call => call.Name is "WriteLine" or "Write" && call.Receiver is not ("Console" or "Out" or "Error") && call.Depth > 0, "Several that write into one pipe cut each other's long items (more than 4096 bytes)"),
            Code.WrongOrder => Found(call => call.Name is "Push" or "new Stack" or "new ConcurrentStack" or "new ConcurrentBag", "This collection does not keep the order")
                ?? Found(call => call.Name is "Enqueue" && call.Depth > 0, "What is put here comes after all that is already waiting"),
            Code.WrongOutput => Arguments(scene) ?? (Killed(scene) ? Found(call => call.Name == "Kill", "`Kill` is SIGKILL: whoever gets it does nothing any more") : null),
            _ => null,
        };
    }

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

    /// <summary>A worker that sends at two places: the second one is the suspect.</summary>
    private static (SourceCall, string)? Again(ProgramMap program)
    {
        var sends = program.Named("Ask").Where(call => call.Literals.Length > 0 || call.Names.Length > 0).GroupBy(call => call.Method).FirstOrDefault(group => group.Count() > 1)?.ToList();
        return sends is null ? null : (sends[^1], $"Here it is sent once more ({ProgramMap.PlaceOf(sends[^1])}).");
    }

    private static bool Killed(Scene scene) => scene.Trace?.Of<Signal.Gone>().Any(gone => gone.Fact.Status.Signal == 9) == true;

    private static bool Holds(ProgramMap program, string variable, string creation) =>
        variable.Length > 0 && program.Calls.Any(call => call.Name == creation && call.AssignedTo == variable);

    private static bool IsResult(SourceCall call) => call.Receiver is "args" or "inputs";
}
