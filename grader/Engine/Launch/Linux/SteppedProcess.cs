namespace Grader.Launch.Linux;

/// <summary>
/// A learner's process whose threads, or most of them, stop after every system call that may concern others, until this object is disposed of (ptrace(2):
/// <c>PTRACE_SEIZE</c>, <c>PTRACE_SYSCALL</c>). Between two such calls a thread can wake nobody. Threads that it starts meanwhile are followed.
/// </summary>
/// <remarks>
/// A thread of its own traces, and ends with it: then the kernel lets go whoever is traced. To let go a blocked thread oneself one would have to interrupt it,
/// and some calls fail when they are interrupted (signal(7)). For the same reason whoever is in such a call at the beginning goes freely until the next time.
/// </remarks>
internal sealed class SteppedProcess : IDisposable
{
    // By thread: the signal that it stopped for and that it gets when it goes on; null while it goes.
    private readonly Dictionary<int, int?> threads = [];
    private readonly Func<int, string?, bool> isFree;
    private readonly Turns turns;

    // A thread that has just been started has the name of the one that started it, until it gives itself one.
    private readonly Dictionary<int, string?> bornAs = [];
    private readonly Tracer tracer;
    private int stops;
    private bool hasAnyGoneOn;
    private CannotSeeException? hides;

    private SteppedProcess(Func<int, string?, bool> isFree, bool isNewestFirst)
    {
        this.isFree = isFree;
        turns = new Turns(isNewestFirst, IsAwaitedByAnyFree);
        tracer = new Tracer(() => turns.Mover is not null, NoteByItself);
    }

    /// <param name="threads">All of it.</param>
    /// <param name="isFree">Who stops for nothing but to show whom he has started: by his id and the name that he was born with, null for who was there before.</param>
    /// <param name="isNewestFirst">Who was started last has the first turn; else he has the last.</param>
    /// <returns>Null when the process may not be traced, or is gone.</returns>
    public static SteppedProcess? Stop(IEnumerable<int> threads, Func<int, string?, bool> isFree, bool isNewestFirst)
    {
        var process = new SteppedProcess(isFree, isNewestFirst);
        var isTraced = false;
        try
        {
            isTraced = process.tracer.Ask(() => process.StopAll(threads));
        }
        finally
        {
            if (!isTraced)
            {
                process.Dispose();
            }
        }

        return isTraced ? process : null;
    }

    /// <summary>
    /// Takes note of who has stopped or ended; true when somebody had stopped and has gone on since the last look. Whoever is traced and ends is not gone until
    /// his tracer has noted it.
    /// </summary>
    public bool Look() => tracer.Ask(() =>
    {
        if (hides is not null)
        {
            throw hides;
        }

        Note();
        var any = hasAnyGoneOn;
        hasAnyGoneOn = false;
        return any;
    });

    /// <summary>Whether somebody is stopped now.</summary>
    public bool AnyStopped() => tracer.Ask(() =>
    {
        Note();
        return StoppedOnes().Count > 0;
    });

    /// <summary>
    /// The first in order of those who are stopped goes on until he has made a call that may concern others; false when nobody is stopped. Who was started last is
    /// the first, or the other way round.
    /// </summary>
    /// <param name="beforeCalls">He stops before that call, too: somebody may see by himself what he has written meanwhile, and is to have the time for it.</param>
    public bool GoOn(bool beforeCalls) => tracer.Ask(() =>
    {
        Note();
        return turns.Begin(thread => threads.GetValueOrDefault(thread) is not null, beforeCalls) is { } mover && LetGo(Ptrace.Going.ToCall, [mover]);
    });

    /// <summary>Nobody has a turn any more: whoever is woken from now on stops at once.</summary>
    public void EndTurn() => tracer.Ask(() =>
    {
        turns.End();
        return true;
    });

    /// <summary>Everybody goes on as if nothing had been.</summary>
    public void Dispose()
    {
        try
        {
            tracer.Ask(() =>
            {
                turns.End();
                DetachAll();
                return true;
            });
        }
        finally
        {
            tracer.Dispose();
        }
    }

    /// <summary>While somebody has his turn; true when somebody has stopped.</summary>
    private bool NoteByItself()
    {
        var before = stops;
        try
        {
            Note();
        }
        catch (CannotSeeException trouble)
        {
            hides = trouble;
            turns.End();
        }

        return stops != before;
    }

    private bool StopAll(IEnumerable<int> whom)
    {
        foreach (var thread in whom)
        {
            if (threads.ContainsKey(thread))
            {
                continue; // Somebody started it since, and it is followed.
            }

            if (!Ptrace.Seize(thread, Ptrace.MarkCalls | Ptrace.FollowThreads))
            {
                if (StoppedCall.Of(thread) is null)
                {
                    continue; // It is gone, or on its way.
                }

                return false; // Somebody else traces it.
            }

            Add(thread);
            if (!isFree(thread, null) && StoppedCall.Of(thread) is not { GoesOnAfterwards: false })
            {
                Ptrace.Interrupt(thread);
                Note(thread, Ptrace.Next(thread, waits: true)); // Who is told to stop does it in an instant.
            }
        }

        return threads.Count > 0;
    }

    /// <summary>
    /// Whoever runs may come to his next stop just when the tracer ends, and then the stop's own number is taken for a signal to him (ptrace(2), BUGS): he gets a
    /// moment to stop or to wait.
    /// </summary>
    private void DetachAll()
    {
        const int moment = 100;
        for (var i = 0; i < moment; i++)
        {
            Note();
            LetGo(Ptrace.Going.Untraced, StoppedOnes());
            if (threads.Keys.All(thread => StoppedCall.Of(thread) is not null))
            {
                return;
            }

            // Nobody tells that a thread has come to wait.
            Poll.BetweenLooks(1);
        }
    }

    private List<int> StoppedOnes() => [.. threads.Where(thread => thread.Value is not null).Select(thread => thread.Key)];

    private bool LetGo(Ptrace.Going how, IEnumerable<int> stopped)
    {
        var any = false;
        foreach (var thread in stopped.ToList())
        {
            var signal = threads[thread] ?? 0;
            threads[thread] = null;
            Ptrace.LetGo(thread, how, signal);
            any = true;
        }

        return any;
    }

    private void Note() => threads.Keys.ToList().ForEach(thread => Note(thread, Ptrace.Next(thread)));

    private void Note(int thread, TraceStop? change)
    {
        if (change is not { } stop)
        {
            return;
        }

        if (stop.IsOver)
        {
            threads.Remove(thread);
            turns.Remove(thread);
            return;
        }

        stops++;
        if (stop.HasStartedThread)
        {
            var started = Ptrace.ThreadStartedBy(thread);
            Add(started);
            bornAs[started] = ProcFile.Text($"/proc/{started}/comm", 64)?.Trim();
        }

        if (!stop.IsAsked && isFree(thread, bornAs.GetValueOrDefault(thread)))
        {
            Ptrace.LetGo(thread, Ptrace.Going.Freely, stop.Signal);
            hasAnyGoneOn = true;
            return;
        }

        // Who starts a thread is in the middle of his call.
        if (stop.HasStartedThread || (thread == turns.Mover && stop.IsAtCall && turns.GoesOn()))
        {
            Ptrace.LetGo(thread, Ptrace.Going.ToCall, stop.Signal);
            hasAnyGoneOn = true;
            return;
        }

        threads[thread] = stop.Signal;
    }

    private void Add(int thread)
    {
        if (threads.TryAdd(thread, null))
        {
            turns.Add(thread);
        }
    }

    /// <summary>Somebody who does not go with them waits in the kernel to be woken at this address, and is seen there.</summary>
    private bool IsAwaitedByAnyFree(long address) =>
        threads.Keys.Any(thread => StoppedCall.Of(thread)?.MayWaitAt(address) == true && isFree(thread, bornAs.GetValueOrDefault(thread)));
}
