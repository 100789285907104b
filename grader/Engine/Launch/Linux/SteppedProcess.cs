using System.Collections.Concurrent;

namespace Grader.Launch.Linux;

/// <summary>
/// A learner's process whose threads, or most of them, stop after every system call that may concern others, until this object is disposed of (ptrace(2):
/// <c>PTRACE_SEIZE</c>, <c>PTRACE_SYSCALL</c>). Between two such calls a thread can wake nobody. Threads that it starts meanwhile are followed.
/// </summary>
/// <remarks>
/// A thread of its own traces, and ends with it: then the kernel lets go whoever is traced. To let go a blocked thread oneself one would have to interrupt it,
/// and some calls fail when they are interrupted (signal(7)). For the same reason whoever is in such a call at the beginning goes freely until the next time.
/// </remarks>
internal sealed unsafe class SteppedProcess : IDisposable
{
    private const int Seize = 0x4206;
    private const int Interrupt = 0x4207;
    private const int GoFreely = 7;
    private const int GoToCall = 24;
    private const int Detach = 17;
    private const int EventMessage = 0x4201;
    private const nint MarkCalls = 0x1;
    private const nint FollowThreads = 0x8;
    private const int NoHang = 1;
    private const int AnyKind = 0x40000000;
    private const int Stopped = 0x7f;
    private const int Trap = 5;
    private const int AtCall = 0x80;
    private const int NewThread = 3;
    private const int EventStop = 128;

    // By thread: the signal that it stopped for and that it gets when it goes on; null while it goes.
    private readonly Dictionary<int, int?> threads = [];
    private readonly Func<int, string?, bool> isFree;
    private readonly Turns turns;

    // A thread that has just been started has the name of the one that started it, until it gives itself one.
    private readonly Dictionary<int, string?> bornAs = [];
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread tracer;

    // Where the kernel shows the tracer.
    private string? place;
    private int stops;
    private bool hasAnyGoneOn;
    private bool isOver;
    private CannotSeeException? hides;

    private SteppedProcess(Func<int, string?, bool> isFree, bool isNewestFirst)
    {
        this.isFree = isFree;
        turns = new Turns(isNewestFirst, IsAwaitedByAnyFree);
        tracer = new Thread(Trace) { IsBackground = true };
        tracer.Start();
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
            isTraced = process.Ask(() => process.StopAll(threads));
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
    public bool Look() => Ask(() =>
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
    public bool AnyStopped() => Ask(() =>
    {
        Note();
        return StoppedOnes().Count > 0;
    });

    /// <summary>
    /// The first in order of those who are stopped goes on until he has made a call that may concern others; false when nobody is stopped. Who was started last is
    /// the first, or the other way round.
    /// </summary>
    /// <param name="beforeCalls">He stops before that call, too: somebody may see by himself what he has written meanwhile, and is to have the time for it.</param>
    public bool GoOn(bool beforeCalls) => Ask(() =>
    {
        Note();
        return turns.Begin(thread => threads.GetValueOrDefault(thread) is not null, beforeCalls) is { } mover && LetGo(GoToCall, [mover]);
    });

    /// <summary>Nobody has a turn any more: whoever is woken from now on stops at once.</summary>
    public void EndTurn() => Ask(() =>
    {
        turns.End();
        return true;
    });

    /// <summary>Everybody goes on as if nothing had been.</summary>
    public void Dispose()
    {
        Ask(() =>
        {
            turns.End();
            DetachAll();
            isOver = true;
            return true;
        });
        tracer.Join();
        WaitUntilItIsGone();
        work.Dispose();
    }

    /// <summary>
    /// A thread that has been joined still has to end in the kernel. Until then whoever waited in a call, and is woken, stops at its end once more: he would be
    /// taken for one who cannot go on.
    /// </summary>
    private void WaitUntilItIsGone()
    {
        while (Directory.Exists(place))
        {
            Poll.BetweenLooks(1);
        }
    }

    /// <summary>The tracer does what it is asked, and while somebody has his turn looks by itself: nobody is to wait at each of his calls until it is asked.</summary>
    private void Trace()
    {
        const int moment = 200;
        var quiet = 0;
        place = ProcFile.Link("/proc/thread-self") is { } own ? $"/proc/{own}" : null;
        while (!isOver)
        {
            if (work.TryTake(out var action, turns.Mover is null ? Timeout.Infinite : quiet < moment ? 0 : 1))
            {
                quiet = 0;
                action();
                continue;
            }

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

            quiet = stops == before ? quiet + 1 : 0;
        }
    }

    private bool Ask(Func<bool> what)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                answer.SetResult(what());
            }
            catch (Exception trouble)
            {
                // A process may hide from us at any moment: that is for whoever asked, and not the end of the tracer and with it of the grader.
                answer.SetException(trouble);
            }
        });
        return answer.Task.GetAwaiter().GetResult();
    }

    private bool StopAll(IEnumerable<int> whom)
    {
        foreach (var thread in whom)
        {
            if (threads.ContainsKey(thread))
            {
                continue; // Somebody started it since, and it is followed.
            }

            if (Libc.Trace(Seize, thread, 0, MarkCalls | FollowThreads) != 0)
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
                Libc.Trace(Interrupt, thread, 0, 0);
                Note(thread, 0);
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
            LetGo(Detach, StoppedOnes());
            if (threads.Keys.All(thread => StoppedCall.Of(thread) is not null))
            {
                return;
            }

            // Nobody tells that a thread has come to wait.
            Poll.BetweenLooks(1);
        }
    }

    private List<int> StoppedOnes() => [.. threads.Where(thread => thread.Value is not null).Select(thread => thread.Key)];

    private bool LetGo(int how, IEnumerable<int> stopped)
    {
        var any = false;
        foreach (var thread in stopped.ToList())
        {
            var signal = threads[thread] ?? 0;
            threads[thread] = null;
            Libc.Trace(how, thread, 0, signal);
            any = true;
        }

        return any;
    }

    private void Note() => threads.Keys.ToList().ForEach(thread => Note(thread, NoHang));

    /// <param name="thread">Its id.</param>
    /// <param name="options">0 waits until it has stopped or ended, which a thread that was told to does in an instant.</param>
    private void Note(int thread, int options)
    {
        int status;
        var changed = Libc.WaitPid(thread, &status, AnyKind | options);
        if (changed == 0)
        {
            return;
        }

        if (changed < 0 || (status & 0xff) != Stopped)
        {
            threads.Remove(thread);
            turns.Remove(thread);
            return;
        }

        stops++;
        var (signal, kind) = ((status >> 8) & 0xff, status >> 16);
        if (kind == NewThread)
        {
            nint id;
            Libc.Trace(EventMessage, thread, 0, (nint)(&id));
            Add((int)id);
            bornAs[(int)id] = ProcFile.Text($"/proc/{id}/comm", 64)?.Trim();
        }

        var toHandOn = kind is NewThread or EventStop || signal is (Trap | AtCall) ? 0 : signal;

        if (kind != EventStop && isFree(thread, bornAs.GetValueOrDefault(thread)))
        {
            Libc.Trace(GoFreely, thread, 0, toHandOn);
            hasAnyGoneOn = true;
            return;
        }

        // Who starts a thread is in the middle of his call.
        if (kind == NewThread || (thread == turns.Mover && signal is (Trap | AtCall) && turns.GoesOn()))
        {
            Libc.Trace(GoToCall, thread, 0, toHandOn);
            hasAnyGoneOn = true;
            return;
        }

        threads[thread] = toHandOn;
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
