using System.Collections.Immutable;
using Grader.Contract;
using Grader.Launch.Stacks;

namespace Grader.Launch;

/// <summary>A process of a run, as the kernel describes it.</summary>
/// <param name="Index">0 for main; then in the order in which the grader came to know them.</param>
/// <param name="Pid">The process id as the grader sees it.</param>
/// <param name="OwnPid">The process id as the process itself sees it (they differ in a PID namespace).</param>
/// <param name="Role"><c>main</c>, a worker's name, or for a program that is not the kata's the name of its executable in brackets; see <see cref="Who.OtherPrefix"/>.</param>
/// <param name="Parent">Who started it: the <see cref="Index"/> of its parent when it was first seen; null for main and for orphans.</param>
/// <param name="IsKata">It runs the kata's own program (it has said hello through the probe).</param>
/// <param name="PrintsToMain">Its standard output is the one that main inherited; else what it prints is a message.</param>
/// <param name="CameThroughShell">Its environment carries the traces of a shell between its parent and itself.</param>
/// <param name="CommandLine">Its arguments, the program's name excepted.</param>
public sealed record Actor(
    int Index, int Pid, int OwnPid, string Role, int? Parent, bool IsKata, bool PrintsToMain, bool CameThroughShell, ImmutableArray<string> CommandLine)
{
    /// <summary>Its standard error is the one that main inherited; else what it writes there is a message.</summary>
    public bool ErrsToMain { get; init; }

    public override string ToString() => Role;
}

/// <summary>How a process ended, as the kernel tells: an exit code or the number of a signal; both null when the machine does not let the grader see it.</summary>
public sealed record ExitStatus(int? Code, int? Signal)
{
    public static readonly ExitStatus Unknown = new(null, null);

    /// <summary>From the status word of <c>wait(2)</c>.</summary>
    public static ExitStatus FromWait(int status) =>
        (status & 0x7f) == 0 ? new ExitStatus((status >> 8) & 0xff, null) : new ExitStatus(null, status & 0x7f);

    public bool IsKnown => Code is not null || Signal is not null;

    /// <summary>The code as .NET and shells say it: 128 + n for signal n.</summary>
    public int? AsCode => Code ?? (Signal is { } signal ? 128 + signal : null);

    public override string ToString() => (Code, Signal) switch
    {
        ({ } code, _) => $"exit code {code}",
        (_, { } signal) => $"signal {signal}",
        _ => "an unknown exit code",
    };
}

/// <summary>A frame of a managed stack, innermost first in a list of them.</summary>
/// <param name="Method">Namespace, type and method, e.g. <c>System.Diagnostics.Process.WaitForExit</c>.</param>
/// <param name="File">The learner's file, relative to the submission; null for code that is not the learner's.</param>
/// <param name="Line">1-based; 0 when unknown.</param>
public sealed record Frame(string Method, string? File, int Line);

/// <summary>A thread of a process when everything had settled: its system call and its managed stack.</summary>
/// <param name="WaitsOn">What the kernel says it waits on, e.g. <c>read(pipe:[123])</c>, <c>futex</c>.</param>
public sealed record ThreadStack(int ThreadId, string ThreadName, string WaitsOn, ImmutableArray<Frame> Frames)
{
    /// <summary>The same as <see cref="WaitsOn"/>, to reason on.</summary>
    public KernelWait Wait { get; init; } = KernelWait.Unknown;
}

/// <summary>An open file of a process, e.g. one end of a pipe.</summary>
/// <param name="Descriptor">Its number in the process.</param>
/// <param name="Target">What it stands for: a path, <c>pipe:[123]</c>, <c>socket:[123]</c>.</param>
/// <param name="Reads">It can be read from.</param>
/// <param name="Writes">It can be written to.</param>
public sealed record OpenFile(int Descriptor, string Target, bool Reads, bool Writes);

/// <summary>Where a process stands when everything has settled.</summary>
/// <param name="HeldAt">The gate that it is held at; null when it is parked.</param>
public sealed record Standing(Actor Actor, Happening? HeldAt);

/// <summary>What a settling proved.</summary>
public enum Stillness
{
    /// <summary>Every process is held at a gate, parked or gone.</summary>
    Still,

    /// <summary>The same, but a thread waits with a time-out: it will go on by itself.</summary>
    Timed,

    /// <summary>Somebody asks again and again instead of waiting.</summary>
    Polling,
}

/// <summary>How a run ended.</summary>
public enum RunEnd
{
    /// <summary>Every process is gone, by itself or by a step of the scenario.</summary>
    Ended,

    /// <summary>Proven: nobody can go on, nothing is held, no step is left.</summary>
    Deadlock,

    /// <summary>Somebody polls, and nothing else moves.</summary>
    Polling,

    /// <summary>The only thing that could move was time: for 10 s, or for 4 s in one wait of the learner's.</summary>
    Timed,

    /// <summary>A guard rail was hit; a <see cref="Signal.LimitHit"/> says which.</summary>
    Limit,

    /// <summary>The grader or the machine could not tell; <see cref="Signal.Ended.Reason"/> says why.</summary>
    Unknown,
}

/// <summary>A fact that the launch of a scenario yields, in the order in which the grader came to know it.</summary>
public abstract record Signal
{
    private Signal()
    {
    }

    /// <summary>Time since the run began. Never used for a verdict.</summary>
    public TimeSpan At { get; init; }

    /// <summary>A process exists. Kata processes follow with <see cref="Reached"/> at their start gate.</summary>
    public sealed record Appeared(Actor Actor) : Signal;

    /// <summary>A process came to a gate. <paramref name="Code"/>: at the exit gate, the exit code that it says it will return.</summary>
    public sealed record Reached(Actor Actor, Happening What, int? Code = null, CallSite? From = null) : Signal;

    /// <summary>A process had leave to pass a gate; a line has then appeared on the pipe.</summary>
    public sealed record Passed(Actor Actor, Happening What) : Signal;

    /// <summary>A process is gone: the kernel says so.</summary>
    public sealed record Gone(Actor Actor, ExitStatus Status) : Signal;

    /// <summary>Somebody whom this process started was gone before the kernel could be asked who he was (killed right after the start, say).</summary>
    public sealed record Unseen(Actor Parent) : Signal;

    /// <summary>Everything has settled.</summary>
    public sealed record Settled(Stillness Stillness, ImmutableArray<Standing> Standings) : Signal;

    /// <summary>The grader carried out step number <paramref name="Index"/> of the scenario, on <paramref name="Target"/> where it has one.</summary>
    public sealed record Stepped(int Index, Step Step, Actor? Target) : Signal;

    /// <summary>A step could not be carried out: nobody stands where it asks for somebody.</summary>
    public sealed record Missed(int Index, Step Step, string Reason) : Signal;

    /// <summary>All steps are over; everything is released from here on.</summary>
    public sealed record Finale : Signal;

    /// <summary>Nothing but time could move this process: it waits with a time-out. <paramref name="Stack"/> is its thread, where it could be read.</summary>
    public sealed record WaitedByTime(Actor Actor, ThreadStack? Stack, bool IsTooLong = false) : Signal;

    /// <summary>This process asks again and again.</summary>
    public sealed record Polled(Actor Actor, ThreadStack? Stack) : Signal;

    /// <summary>The stacks of a process at the settling just before, read because an expectation was not met there.</summary>
    public sealed record Stacks(Actor Actor, ImmutableArray<ThreadStack> Threads) : Signal
    {
        /// <summary>Which files, pipe ends and sockets it holds.</summary>
        public ImmutableArray<OpenFile> Files { get; init; } = [];
    }

    /// <summary>Bytes on main's standard output that did not come through a line gate.</summary>
    public sealed record StrayOutput(string Text) : Signal;

    /// <summary>What the run wrote to standard error (its last 64 KiB).</summary>
    public sealed record StandardError(string Text) : Signal;

    /// <summary>A false or unparsable message reached the grader.</summary>
    public sealed record Forged(Actor? Actor, string Reason) : Signal;

    /// <summary>A process should have lagged, and the machine does not let the grader stop it: what it leaves to chance stays chance.</summary>
    public sealed record DidNotLag(Actor Actor) : Signal;

    /// <summary>A guard rail was hit, with its finding code.</summary>
    public sealed record LimitHit(string Code, string Reason) : Signal;

    /// <summary>A file or a shared memory that was left behind, by its path relative to the run where it lies in it.</summary>
    public sealed record Leftover(string Path) : Signal;

    /// <summary>The run is over.</summary>
    public sealed record Ended(RunEnd How, string Reason = "") : Signal;
}

/// <summary>Where a line was printed: a method of the learner's program and an offset in it.</summary>
public sealed record CallSite(int MethodToken, int IlOffset);

/// <summary>All that a played scenario yields.</summary>
public sealed record Recording(Scenario Scenario, ImmutableArray<Signal> Signals)
{
    /// <summary>"Never" was proven by the kernel, not merely observed for a while.</summary>
    public bool Proven { get; init; } = true;

    /// <summary>It was played in turn (<see cref="Manner.InTurn"/>): one of the orders that may be where nobody is held.</summary>
    public bool InTurn { get; init; }
}
