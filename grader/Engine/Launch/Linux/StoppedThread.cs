namespace Grader.Launch.Linux;

/// <summary>
/// One thread of a learner's process, stopped for as long as this object lives (ptrace(2): <c>PTRACE_SEIZE</c>, <c>PTRACE_INTERRUPT</c>). No signal is sent,
/// no handler runs, its parent is told nothing, the other threads go on; a wait that was interrupted goes on when it is let go.
/// To be disposed of by the thread that made it.
/// </summary>
internal sealed class StoppedThread : IDisposable
{
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
        if (!Ptrace.Seize(id))
        {
            return null;
        }

        Ptrace.Interrupt(id);
        var stop = Next(id) ?? throw new UndecidedException("a thread of the program does not let itself be looked at");
        return stop.IsOver ? null : new StoppedThread(id, stop.Signal);
    }

    public void Dispose()
    {
        if (!Ptrace.LetGo(id, Ptrace.Going.Untraced, signal))
        {
            // It was killed meanwhile, and is dying: its tracer has to reap it before its parent can.
            _ = Next(id);
        }
    }

    /// <summary>Null when it takes too long.</summary>
    private static TraceStop? Next(int id)
    {
        const int tries = 10_000, withoutPause = 20;
        for (var i = 0; i < tries; i++)
        {
            if (Ptrace.Next(id) is { } stop)
            {
                return stop;
            }

            // wait(2) knows no time-out, and a traced thread has no descriptor.
            Poll.BetweenLooks(i < withoutPause ? 0 : 1);
        }

        return null;
    }
}
