using System.Collections.Immutable;

namespace Grader.Verify;

/// <summary>The codes of findings, in the order in which one is the root cause of the others.</summary>
public static class Code
{
    public const string DoesNotCompile = "does-not-compile";
    public const string OutputLimit = "output-limit";
    public const string MemoryLimit = "memory-limit";
    public const string FileLimit = "file-limit";
    public const string TimeLimit = "time-limit";
    public const string ProcessLimit = "process-limit";
    public const string NotAProcess = "not-a-process";
    public const string WrongParent = "wrong-parent";
    public const string WrongProcessCount = "wrong-process-count";
    public const string RelayedOutput = "relayed-output";
    public const string HardCoded = "hard-coded";
    public const string Crashed = "crashed";
    public const string Polling = "polling";
    public const string TimedWait = "timed-wait";
    public const string Deadlock = "deadlock";
    public const string TornItem = "torn-item";
    public const string LostItem = "lost-item";
    public const string DuplicateItem = "duplicate-item";
    public const string WrongOrder = "wrong-order";
    public const string TooEarly = "too-early";
    public const string NeedlessWait = "needless-wait";
    public const string Orphan = "orphan";
    public const string WrongOutput = "wrong-output";
    public const string WrongExitCode = "wrong-exit-code";
    public const string Leftovers = "leftovers";
    public const string FixedName = "fixed-name";
    public const string ForgedMessage = "forged-message";

    /// <summary>The limits that weigh more than all that a run can show.</summary>
    public static readonly ImmutableArray<string> Unsurpassed = [OutputLimit, MemoryLimit, FileLimit, TimeLimit];

    /// <summary>Root causes first. <c>process-limit</c> yields to <c>wrong-process-count</c>: <see cref="KataJudge.Sort"/>.</summary>
    public static readonly ImmutableArray<string> InOrder =
    [
        DoesNotCompile, OutputLimit, MemoryLimit, FileLimit, TimeLimit, ProcessLimit, NotAProcess, WrongParent, WrongProcessCount, RelayedOutput, HardCoded,
        Crashed, Polling, TimedWait, Deadlock, TornItem, LostItem, DuplicateItem, WrongOrder, TooEarly, NeedlessWait, Orphan, WrongOutput,
        WrongExitCode, Leftovers, FixedName, ForgedMessage,
    ];
}

/// <summary>A rule that was broken, with the events that prove it.</summary>
/// <param name="Code">One of <see cref="Verify.Code"/>.</param>
/// <param name="Scenario">The name of the scenario; empty when no scenario was played.</param>
/// <param name="Message">One sentence about this program.</param>
/// <param name="Events">Numbers of the events (<c>Trace.Event.Number</c>) that prove it, the one that breaks the rule last.</param>
/// <param name="Role">The role that broke it, where there is one.</param>
public sealed record Finding(string Code, string Scenario, string Message, ImmutableArray<int> Events, string? Role = null)
{
    /// <summary>The learner's file, relative to the submission, where the evidence itself names one.</summary>
    public string? File { get; init; }

    /// <summary>1-based; 0 when unknown.</summary>
    public int Line { get; init; }
}
