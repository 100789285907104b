namespace Grader.Launch.Linux;

/// <summary>
/// One thread of a learner's process, stopped for as long as this object lives (ptrace(2): <c>PTRACE_SEIZE</c>, <c>PTRACE_INTERRUPT</c>). No signal is sent,
/// no handler runs, its parent is told nothing, the other threads go on; a wait that was interrupted goes on when it is let go.
/// To be disposed of by the thread that made it.
/// </summary>
internal sealed unsafe class StoppedThread : IDisposable
{
    private const int Seize = 0x4206;
    private const int Interrupt = 0x4207;
    private const int Detach = 17;
    private const int NoHang = 1;
    private const int AnyKind = 0x40000000;
    private readonly int id;

    private StoppedThread(int id) => this.id = id;

    /// <summary>Null when it is gone, does not stop within a moment, or may not be stopped.</summary>
    public static StoppedThread? Stop(int id)
    {
        if (Libc.Trace(Seize, id, 0, 0) != 0)
        {
            return null;
        }

        Libc.Trace(Interrupt, id, 0, 0);
        const int tries = 200;
        var status = 0;
        for (var i = 0; i < tries; i++)
        {
            var changed = Libc.WaitPid(id, &status, AnyKind | NoHang);
            if (changed != 0)
            {
                const int stopped = 0x7f;
                return changed == id && (status & 0xff) == stopped ? new StoppedThread(id) : null;
            }

            Poll.Any([], i < 20 ? 0 : 1);
        }

        // It is in the kernel and cannot be stopped there. It is let go when the calling thread ends.
        return null;
    }

    public void Dispose()
    {
        if (Libc.Trace(Detach, id, 0, 0) != 0)
        {
            // Killed meanwhile: its tracer has to reap it before its parent can.
            int status;
            Libc.WaitPid(id, &status, AnyKind | NoHang);
        }
    }
}
