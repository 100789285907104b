using System.Collections.Immutable;
using Grader.Launch;
using Grader.Trace;
using Grader.Why.Show;
using Grader.Why.Source;

namespace Grader.Why.Waits;

/// <summary>What a process waits for.</summary>
/// <param name="What">As it is said after "waits", e.g. <c>for `big` to end</c>.</param>
/// <param name="On">Who would have to do something for it to go on; empty when nobody can, or it is not known.</param>
internal sealed record WaitReason(string What, ImmutableArray<Actor> On)
{
    public static WaitReason Of(Standpoint standpoint, ImmutableArray<Signal.Stacks> everybody, ImmutableArray<Actor> alive, ProgramMap program)
    {
        var call = standpoint.ShortCall;
        var wait = standpoint.Thread.Wait;
        return call switch
        {
            "Process.WaitForExit" or "Process.WaitForExitAsync" or "Host.Join" or "Worker.Join" => End(standpoint, alive, program),
            "Connection.Ask" => Answer(everybody, alive),
            "Barrier.SignalAndWait" => new WaitReason("at a barrier for the others to arrive", []),
            "Task.Delay" or "Thread.Sleep" => new WaitReason("for a time to pass", []),
            _ when wait.Target is { } target && target.StartsWith("pipe:", StringComparison.Ordinal) => Pipe(standpoint, target, everybody),
            _ when wait.HolderThread is { } holder => Lock(holder, wait.Target, everybody),
            _ when wait.Target is { } target && target.StartsWith("socket:", StringComparison.Ordinal) =>
                new WaitReason(wait.Reads == true ? "for something to arrive on a socket" : "for room to send on a socket", Others(standpoint.Actor, alive)),
            _ when wait.Call == "futex" && wait.Target is { } file => new WaitReason($"for something shared between processes (`{Visible.Text(Accidents.Path(Path.GetFileName(file)))}`)", []),
            _ => InProcess(call, standpoint, everybody, alive, program),
        };
    }

    private static WaitReason End(Standpoint standpoint, ImmutableArray<Actor> alive, ProgramMap program)
    {
        var children = alive.Where(actor => actor.Parent == standpoint.Actor.Index).ToImmutableArray();
        var named = program.On(standpoint.Place).Where(program.IsJoin)
            .Select(join => program.RoleOf(join.Receiver, children.Select(child => child.Role))
)
            .FirstOrDefault(role => role is not null);
        var who = named is null ? children : [.. children.Where(child => child.Role == named)];
        return who.Length switch
        {
            0 => new WaitReason("for a process to end", []),
            1 => new WaitReason($"for {Words.Name(who[0].Role)} to end", who),
            _ => new WaitReason($"for the end of a worker ({Words.Names(who.Select(child => child.Role))} {(who.Length == 2 ? "both" : "all")} live)", who),
        };
    }

    /// <summary>Main answers on a thread of its own for each worker: where does that one stand?</summary>
    private static WaitReason Answer(ImmutableArray<Signal.Stacks> everybody, ImmutableArray<Actor> alive)
    {
        var serving = everybody.Where(stacks => stacks.Actor.Parent is null)
            .SelectMany(stacks => Standpoint.All(stacks).Where(standpoint => standpoint.Thread.ThreadId != stacks.Actor.Pid && standpoint.Thread.ThreadId != 0))
            .DistinctBy(standpoint => standpoint.Place).Take(2).ToList();
        var where = serving is [var one] ? $"; main's thread that should answer waits itself at {one.Place}{(one.Call.Length == 0 ? "" : $" in `{one.ShortCall}`")}" : "";
        return new WaitReason($"for main's answer to its request{where}", [.. alive.Where(actor => actor.Parent is null).Take(1)]);
    }

    private static WaitReason Pipe(Standpoint standpoint, string pipe, ImmutableArray<Signal.Stacks> everybody)
    {
        var reads = standpoint.Thread.Wait.Reads == true;
        var own = everybody.FirstOrDefault(stacks => stacks.Actor.Index == standpoint.Actor.Index)?.Files ?? [];
        var name = own.Where(file => file.Target == pipe).Select(file => file.Descriptor).DefaultIfEmpty(-1).Min() switch
        {
            0 => "its standard input",
            1 => "its standard output",
            2 => "its standard error",
            _ => "a pipe",
        };
        var holders = everybody
            .Where(stacks => stacks.Files.Any(file => file.Target == pipe && (reads ? file.Writes : file.Reads)))
            .Select(stacks => stacks.Actor).ToImmutableArray();
        var others = holders.Where(actor => actor.Index != standpoint.Actor.Index).ToImmutableArray();
        var holdsItself = holders.Length > others.Length && name == "a pipe";
        var end = (reads, others.Length) switch
        {
            (true, 0) when holdsItself => "only it itself still holds the end that is written to, so the end of file never comes",
            (true, 0) => "nobody else holds the other end",
            (true, _) => $"only {Words.Names(others.Select(actor => actor.Role))} could write to it or close it",
            (false, 0) => "nobody reads it",
            (false, _) => $"it is full (a pipe holds 64 KiB), and only {Words.Names(others.Select(actor => actor.Role))} could read it",
        };
        return new WaitReason(reads ? $"for something to read from {name}: {end}" : $"for room in {name}: {end}", others);
    }

    private static WaitReason Lock(int holder, string? file, ImmutableArray<Signal.Stacks> everybody)
    {
        var owner = everybody.FirstOrDefault(stacks => stacks.Actor.Pid == holder || stacks.Threads.Any(thread => thread.ThreadId == holder))?.Actor;
        var name = file is null ? "a lock" : $"the lock `{Visible.Text(Accidents.Path(Path.GetFileName(file)))}`";
        return new WaitReason(owner is null ? $"for {name}, which somebody else holds" : $"for {name}, which {Words.Name(owner.Role)} holds", owner is null ? [] : [owner]);
    }

    /// <summary>Another thread of the same process has to do something: whatever that thread waits for.</summary>
    private static WaitReason InProcess(string call, Standpoint standpoint, ImmutableArray<Signal.Stacks> everybody, ImmutableArray<Actor> alive, ProgramMap program)
    {
        var what = call switch
        {
            "" => "for something that the machine does not show",
            _ when call.StartsWith("BlockingCollection", StringComparison.Ordinal) => "for an item (or for room) in a BlockingCollection",
            _ when call.StartsWith("CountdownEvent", StringComparison.Ordinal) => "for a CountdownEvent to come to zero",
            _ when call.StartsWith("SemaphoreSlim", StringComparison.Ordinal) => "for a place in a SemaphoreSlim",
            _ when call.StartsWith("ManualResetEvent", StringComparison.Ordinal) || call.StartsWith("WaitHandle", StringComparison.Ordinal) || call.StartsWith("EventWaitHandle", StringComparison.Ordinal) => "for somebody to set or release it",
            "Monitor.Enter" or "Lock.Enter" or "Monitor.Wait" => "for a lock or a pulse of another of its threads",
            "Thread.Join" => "for another of its own threads to end",
            _ => "for another of its threads, or for a task",
        };
        var threads = everybody.Where(stacks => stacks.Actor.Index == standpoint.Actor.Index).SelectMany(stacks => Standpoint.All(stacks))
            .Where(other => other.Thread != standpoint.Thread && Reaches(other)).Take(1)
            .Select(other => Of(other, everybody, alive, program)).ToList();
        return threads is [var further] && call is "Thread.Join" or "Task.Wait" or "Task.WaitAll" ? new WaitReason($"{what}, which waits {threads[0].What}", threads[0].On) : new WaitReason(what, []);
    }

    /// <summary>Stands in something that leads out of the process.</summary>
    private static bool Reaches(Standpoint standpoint) => standpoint.Thread.Wait.Target is not null || standpoint.ShortCall.StartsWith("Process.", StringComparison.Ordinal);

    private static ImmutableArray<Actor> Others(Actor actor, ImmutableArray<Actor> alive) => [.. alive.Where(other => other.Index != actor.Index)];
}
