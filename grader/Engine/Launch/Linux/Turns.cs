namespace Grader.Launch.Linux;

/// <summary>
/// Whose turn it is among threads that go one at a time, and when it is over: once others may know of a system call that he has made. Who yields goes behind all
/// others: fair scheduling (Musuvathi and Qadeer, PLDI 2008).
/// </summary>
/// <param name="isNewestFirst">Who was started last has the first turn; else he has the last.</param>
/// <param name="isAwaited">Whether somebody else waits to be woken at this address.</param>
internal sealed class Turns(bool isNewestFirst, Func<long, bool> isAwaited)
{
    // Far more than anybody makes between two that concern others; whoever makes more waits for his next turn.
    private const int MostCallsOfNobodyElse = 1000;

    private readonly List<int> order = [];

    // Who makes a call that concerns nobody: afterwards, when a file is closed, say, that could not be told any more.
    private readonly HashSet<int> innocents = [];
    private int callsOfNobodyElse;
    private bool beforeCallsToo;

    // He makes his call that may concern others just now, or makes it next.
    private bool isMakingCall;

    /// <summary>Null when it is nobody's turn.</summary>
    public int? Mover { get; private set; }

    public void Add(int thread) => order.Insert(isNewestFirst ? 0 : order.Count, thread);

    public void Remove(int thread) => order.Remove(thread);

    /// <summary>The first in order who can go on has his turn; null when nobody can.</summary>
    /// <param name="canGoOn">Whether a thread is stopped.</param>
    /// <param name="beforeCalls">His turn is over before his call that may concern others, too.</param>
    public int? Begin(Predicate<int> canGoOn, bool beforeCalls)
    {
        (beforeCallsToo, callsOfNobodyElse) = (beforeCalls, 0);
        Mover = order.Find(canGoOn) is var first && first != 0 ? first : null;
        isMakingCall = Mover is { } mover && CallStop.Of(mover) is { IsBefore: true } && StoppedCall.Of(mover) is { } call && Concerns(call);
        return Mover;
    }

    public void End() => Mover = null;

    /// <summary>Whether he whose turn it is, and who is stopped before or after a call, still has it.</summary>
    public bool GoesOn()
    {
        if (Mover is not { } mover || StoppedCall.Of(mover) is not { } call)
        {
            return false;
        }

        if (call.Yields)
        {
            order.Remove(mover);
            order.Add(mover);
        }

        var stop = CallStop.Of(mover);
        if (innocents.Remove(mover) || (!isMakingCall && !Concerns(call)))
        {
            var goesOn = callsOfNobodyElse++ < MostCallsOfNobodyElse;
            if (goesOn && stop is { IsBefore: true })
            {
                innocents.Add(mover);
            }

            return goesOn;
        }

        (var wasMakingCall, isMakingCall) = (isMakingCall, stop is { IsBefore: true } && !isMakingCall && !beforeCallsToo);
        var isStillHis = isMakingCall || (wasMakingCall && stop is { IsBefore: false } && call.HasDoneNothing(stop.Result));
        Mover = isStillHis ? mover : null;
        return isStillHis;
    }

    /// <summary>It concerns somebody who does not go with them.</summary>
    private bool Concerns(StoppedCall call) => call.ConcernsOthers && (call.WokenAddress is not { } address || isAwaited(address));
}
