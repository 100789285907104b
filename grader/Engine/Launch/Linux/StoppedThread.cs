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
    private const int EventStop = 128;
    private readonly int id;
    private readonly int signal;

    private StoppedThread(int id, int signal)
    {
        this.id = id;
        this.signal = signal;
    }

    /// <summary>Null when it is gone, or may not be stopped.</summary>
    /// <exception cref="UndecidedException">It does not stop: the run cannot be trusted any more.</exception>
    public static StoppedThread? Stop(int id)
    {
        if (Libc.Trace(Seize, id, 0, 0) != 0)
        {
            return null;
        }

        Libc.Trace(Interrupt, id, 0, 0);
        var status = NextChange(id) ?? throw new UndecidedException("a thread of the program does not let itself be looked at");
        const int stopped = 0x7f;
        return (status & 0xff) == stopped ? new StoppedThread(id, SignalOf(status)) : null;
    }

    public void Dispose()
    {
        if (Libc.Trace(Detach, id, 0, signal) != 0)
        {
            // It was killed meanwhile, and is dying: its tracer has to reap it before its parent can.
            _ = NextChange(id);
        }
    }

    /// <summary>The status word of wait(2), once there is one; 0 when nothing is to be waited for; null when it takes too long.</summary>
    private static int? NextChange(int id)
    {
        const int tries = 10_000, withoutPause = 20;
        for (var i = 0; i < tries; i++)
        {
            int status;
            var changed = Libc.WaitPid(id, &status, AnyKind | NoHang);
            if (changed != 0)
            {
                return changed == id ? status : 0;
            }

            // wait(2) knows no time-out, and a traced thread has no descriptor.
            Poll.BetweenLooks(i < withoutPause ? 0 : 1);
        }

        return null;
    }

    /// <summary>A signal that came at the same moment: it is not lost, but handed on when the thread is let go.</summary>
    private static int SignalOf(int status) => status >> 16 == EventStop ? 0 : (status >> 8) & 0xff;
}
