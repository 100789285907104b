using System.Collections.Immutable;
using Grader.Launch;
using Grader.Launch.Stacks;
using Grader.Why.Source;

namespace Grader.Why.Waits;

/// <summary>Where in the learner's code a process waits, and in which call.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Place">The innermost line of the learner's own code.</param>
/// <param name="Call">The library's method that the line calls, e.g. <c>System.Diagnostics.Process.WaitForExit</c>; empty when it is not known.</param>
/// <param name="Thread">The stack that shows it.</param>
internal sealed record Standpoint(Actor Actor, SourcePlace Place, string Call, ThreadStack Thread)
{
    /// <summary>Type and method of the call: <c>Process.WaitForExit</c>.</summary>
    public string ShortCall => Short(Call);

    /// <summary>
    /// The standpoint that matters most: main's thread, then an await, then any other thread. Null when no thread stands in the learner's code.
    /// </summary>
    public static Standpoint? Of(Signal.Stacks stacks) => All(stacks).FirstOrDefault();

    /// <summary>All of them, the one that matters most first.</summary>
    public static ImmutableArray<Standpoint> All(Signal.Stacks stacks) =>
    [
        .. stacks.Threads
            .Select(thread => Of(stacks.Actor, thread))
            .OfType<Standpoint>()
            .OrderBy(standpoint => Rank(stacks.Actor, standpoint)),
    ];

    public static Standpoint? Of(Actor actor, ThreadStack thread)
    {
        var first = thread.Frames.ToList().FindIndex(frame => frame.File is not null && frame.Line > 0);
        if (first < 0)
        {
            return null;
        }

        var frame = thread.Frames[first];
        return new Standpoint(actor, new SourcePlace(frame.File!, frame.Line), first == 0 ? "" : thread.Frames[first - 1].Method, thread);
    }

    /// <summary>
    /// The same wait seen from the method that called for it, where the innermost one is called again and again to start a process and wait for it: whoever calls such a helper decides
    /// what is waited for, and where. <c>await Task.WhenAll(…)</c> in between counts as that call.
    /// </summary>
    public Standpoint SeenByCaller(ProgramMap program)
    {
        var inner = program.On(Place).Select(call => call.Method).FirstOrDefault(method => method is not ("Main" or ""));
        var callers = program.Calls.Where(call => call.Name == inner && call.Method != inner).ToList();
        if (inner is null || (callers.Count < 2 && !callers.Exists(call => call.Depth > 0)) || !program.Calls.Any(call => call.Method == inner && call.Name == "Start"))
        {
            return this;
        }

        var frames = Thread.Frames.SkipWhile(frame => frame.File is null || frame.Line == 0).ToList();
        var next = frames.FindIndex(1, frame => frame.File is not null && frame.Line > 0);
        return next < 0 || program.On(new SourcePlace(frames[next].File!, frames[next].Line)).All(call => call.Method == inner) ? this
            : this with { Place = new SourcePlace(frames[next].File!, frames[next].Line), Call = next > 1 ? frames[next - 1].Method : Call };
    }

    private static int Rank(Actor actor, Standpoint standpoint) => (standpoint.Thread.ThreadName, standpoint.Call) switch
    {
        // An async Main: its thread only waits for the task that the await belongs to.
        (_, "System.Runtime.CompilerServices.TaskAwaiter.GetResult") => 3,
        (StackReader.AwaitName, _) => 1,
        _ when standpoint.Thread.ThreadId == actor.Pid => 0,
        _ => 2,
    };

    internal static string Short(string method)
    {
        // Without the type arguments: they hold dots of their own.
        var open = method.IndexOf('<');
        var close = method.LastIndexOf('>');
        var parts = (open > 0 && close > open ? method.Remove(open, close - open + 1) : method).Split('.');
        return parts.Length < 2 ? method : $"{parts[^2]}.{parts[^1]}";
    }
}
