using System.Collections.Concurrent;

namespace Grader.Launch.Keeping;

/// <summary>
/// A thread that has gone into the namespaces and inside the fence of one run, and starts what is asked for from there: both are inherited,
/// and neither can be left again. It ends with the run.
/// </summary>
internal sealed class Room : IDisposable
{
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread thread;

    /// <param name="enter">What the thread does first.</param>
    public Room(Action enter)
    {
        thread = new Thread(() => Live(enter)) { IsBackground = true, Name = "room" };
        thread.Start();
    }

    /// <summary>Why nothing can be done in the room; null when it is in order.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Does something in the room, and waits for it.</summary>
    public void Do(Action action)
    {
        using var done = new ManualResetEventSlim();
        work.Add(() =>
        {
            action();
            done.Set();
        });
        done.Wait();
    }

    public void Dispose()
    {
        work.CompleteAdding();
        thread.Join();
        work.Dispose();
    }

    private void Live(Action enter)
    {
        try
        {
            enter();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Trouble = trouble.Message;
        }

        foreach (var action in work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
