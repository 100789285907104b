namespace Grader.Launch.Linux;

/// <summary>ptrace(2), and the wait(2) that goes with it. Whoever has seized a thread is the only one of the grader's threads that may ask anything of it.</summary>
internal static unsafe class Ptrace
{
    /// <summary><c>PTRACE_O_TRACESYSGOOD</c>: a stop at a system call is told from a signal.</summary>
    public const nint MarkCalls = 0x1;

    /// <summary><c>PTRACE_O_TRACECLONE</c>: whom it starts is traced as well.</summary>
    public const nint FollowThreads = 0x8;

    private const int SeizeIt = 0x4206;
    private const int InterruptIt = 0x4207;
    private const int EventMessage = 0x4201;
    private const int NoHang = 1;
    private const int AnyKind = 0x40000000;

    /// <summary>How a thread goes on that is stopped.</summary>
    public enum Going
    {
        /// <summary>Until something happens to it (<c>PTRACE_CONT</c>).</summary>
        Freely = 7,

        /// <summary>For good: it is traced no more (<c>PTRACE_DETACH</c>).</summary>
        Untraced = 17,

        /// <summary>Until the next beginning or end of a system call (<c>PTRACE_SYSCALL</c>).</summary>
        ToCall = 24,
    }

    /// <summary>From now on it is traced, and goes on; false when it is gone, or somebody else traces it.</summary>
    public static bool Seize(int thread, nint options = 0) => Libc.Trace(SeizeIt, thread, 0, options) == 0;

    /// <summary>It stops at the next moment; no signal is sent.</summary>
    public static void Interrupt(int thread) => Libc.Trace(InterruptIt, thread, 0, 0);

    /// <param name="thread">One that is stopped.</param>
    /// <param name="how">How it goes on.</param>
    /// <param name="signal">The signal that it gets; 0 for none.</param>
    /// <returns>False when it is not stopped: it was killed.</returns>
    public static bool LetGo(int thread, Going how, int signal) => Libc.Trace((int)how, thread, 0, signal) == 0;

    /// <summary>Whom a thread has started that is stopped for having done so.</summary>
    public static int ThreadStartedBy(int thread)
    {
        nint id;
        Libc.Trace(EventMessage, thread, 0, (nint)(&id));
        return (int)id;
    }

    /// <summary>What has become of a thread since the last time; null when nothing has.</summary>
    /// <param name="thread">One that is traced.</param>
    /// <param name="waits">Waits for it.</param>
    public static TraceStop? Next(int thread, bool waits = false)
    {
        int status;
        var changed = Libc.WaitPid(thread, &status, AnyKind | (waits ? 0 : NoHang));
        return changed == 0 ? null : new TraceStop(changed < 0 ? 0 : status);
    }
}
