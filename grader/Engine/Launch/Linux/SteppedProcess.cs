using System.Collections.Concurrent;

namespace Grader.Launch.Linux;

/// <summary>
/// A learner's process whose threads, or most of them, stop at every system call, before it and after it, until this object is disposed of (ptrace(2):
/// <c>PTRACE_SEIZE</c>, <c>PTRACE_SYSCALL</c>). Between two stops a thread can wake nobody. Threads that it starts meanwhile are followed.
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

    // A thread that has just been started has the name of the one that started it, until it gives itself one.
    private readonly Dictionary<int, string?> bornAs = [];
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread tracer;

    private SteppedProcess(Func<int, string?, bool> isFree)
    {
        this.isFree = isFree;
        tracer = new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable())
            {
                action();
            }
        })
        {
            IsBackground = true,
        };
        tracer.Start();
    }

    /// <param name="threads">All of it.</param>
    /// <param name="isFree">Who stops for nothing but to show whom he has started: by his id and the name that he was born with, null for who was there before.</param>
    /// <returns>Null when the process may not be traced, or is gone.</returns>
    public static SteppedProcess? Stop(IEnumerable<int> threads, Func<int, string?, bool> isFree)
    {
        var process = new SteppedProcess(isFree);
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
    /// Takes note of who has stopped or ended; true when somebody had stopped who is free, and has gone on. Whoever is traced and ends is not gone until his tracer
    /// has noted it.
    /// </summary>
    public bool Look() => Ask(Note);

    /// <summary>Whether somebody is stopped now.</summary>
    public bool AnyStopped() => Ask(() =>
    {
        Note();
        return StoppedOnes().Count > 0;
    });

    /// <summary>Everybody who is stopped goes on to his next system call that may concern others; false when nobody is.</summary>
    public bool GoOn() => Ask(() =>
    {
        const int mostCalls = 1000;
        Note();
        var any = LetGo(GoToCall, StoppedOnes());
        for (var i = 0; i < mostCalls && NoteSoon() && LetGo(GoToCall, StoppedOnes().Where(thread => StoppedCall.Of(thread) is { ConcernsOthers: false })); i++)
        {
        }

        return any;
    });

    /// <summary>Everybody goes on as if nothing had been.</summary>
    public void Dispose()
    {
        Ask(() =>
        {
            Note();
            return LetGo(Detach, StoppedOnes());
        });
        work.CompleteAdding();
        tracer.Join();
        work.Dispose();
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
            if (Libc.Trace(Seize, thread, 0, MarkCalls | FollowThreads) != 0)
            {
                if (StoppedCall.Of(thread) is null)
                {
                    continue; // It is gone, or on its way.
                }

                return false; // Somebody else traces it.
            }

            threads[thread] = null;
            if (!isFree(thread, null) && StoppedCall.Of(thread) is not { GoesOnAfterwards: false })
            {
                Libc.Trace(Interrupt, thread, 0, 0);
                Note(thread, 0);
            }
        }

        return threads.Count > 0;
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

    /// <summary>Whether somebody has stopped within a moment. How long it is decides nothing: it saves looks at everybody.</summary>
    private bool NoteSoon()
    {
        const int looks = 200;
        for (var i = 0; i < looks; i++)
        {
            Note();
            if (threads.Values.Any(signal => signal is not null))
            {
                return true;
            }
        }

        return false;
    }

    private bool Note() => threads.Keys.ToList().Aggregate(false, (any, thread) => Note(thread, NoHang) | any);

    /// <param name="thread">Its id.</param>
    /// <param name="options">0 waits until it has stopped or ended, which a thread that was told to does in an instant.</param>
    /// <returns>It is free, and has gone on.</returns>
    private bool Note(int thread, int options)
    {
        int status;
        var changed = Libc.WaitPid(thread, &status, AnyKind | options);
        if (changed == 0)
        {
            return false;
        }

        if (changed < 0 || (status & 0xff) != Stopped)
        {
            threads.Remove(thread);
            return false;
        }

        var (signal, kind) = ((status >> 8) & 0xff, status >> 16);
        if (kind == NewThread)
        {
            nint id;
            Libc.Trace(EventMessage, thread, 0, (nint)(&id));
            threads.TryAdd((int)id, null);
            bornAs[(int)id] = ProcFile.Text($"/proc/{id}/comm", 64)?.Trim();
        }

        var toHandOn = kind is NewThread or EventStop || signal is (Trap | AtCall) ? 0 : signal;

        if (kind != EventStop && isFree(thread, bornAs.GetValueOrDefault(thread)))
        {
            Libc.Trace(GoFreely, thread, 0, toHandOn);
            return true;
        }

        threads[thread] = toHandOn;
        return false;
    }
}
