using System.Collections.Concurrent;

namespace Grader.Launch.Linux;

/// <summary>
/// The thread of the grader that traces a process, does one after the other what it is asked, and looks by itself while somebody has his turn: nobody is to wait
/// at each of his calls until it is asked.
/// </summary>
internal sealed class Tracer : IDisposable
{
    private readonly Func<bool> isToLook;
    private readonly Func<bool> look;
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread thread;

    // Where the kernel shows it.
    private string? place;
    private bool isOver;

    /// <param name="isToLook">Whether somebody has his turn.</param>
    /// <param name="look">Takes a look; true when somebody has stopped.</param>
    public Tracer(Func<bool> isToLook, Func<bool> look)
    {
        this.isToLook = isToLook;
        this.look = look;
        thread = new Thread(Trace) { IsBackground = true };
        thread.Start();
    }

    /// <summary>What is done by the tracer, and what came of it; its exceptions are the caller's.</summary>
    public bool Ask(Func<bool> what)
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

    /// <summary>It ends, and the kernel lets go whoever is still traced.</summary>
    public void Dispose()
    {
        Ask(() => isOver = true);
        thread.Join();
        WaitUntilItIsGone();
        work.Dispose();
    }

    private void Trace()
    {
        const int moment = 200;
        var quiet = 0;
        place = ProcFile.Link("/proc/thread-self") is { } own ? $"/proc/{own}" : null;
        while (!isOver)
        {
            if (work.TryTake(out var action, !isToLook() ? Timeout.Infinite : quiet < moment ? 0 : 1))
            {
                quiet = 0;
                action();
                continue;
            }

            quiet = look() ? 0 : quiet + 1;
        }
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
}
