using System.Collections.Concurrent;
using Katas.Toolkit;

switch (args)
{
    case ["--worker", ..]:
        Work();
        break;
    default:
        Distribute(int.Parse(args[0]), int.Parse(args[1]));
        break;
}

// Main. Your turn: start w1 to w<workers>, hand out the tasks 1 to <tasks> one by one, wait until all are done, say so, and let the workers end.
static void Distribute(int workers, int tasks)
{
    #region solution
    using var waiting = new BlockingCollection<string>(new ConcurrentQueue<string>(Enumerable.Range(1, tasks).Select(i => $"{i}")));
    using var unfinished = new CountdownEvent(tasks);

    // A queue that is empty says that every task has been taken, not that it has been done. So what is counted is `done`.
    using var host = new Host((worker, request) =>
    {
        if (request == "done")
        {
            unfinished.Signal();
            return "";
        }

        // Blocks while the queue is empty and may still be closed; the empty text is the end mark.
        return waiting.TryTake(out string? task, Timeout.Infinite, worker.Gone) ? task : "";
    });

    for (int i = 1; i <= workers; i++)
    {
        host.Start($"w{i}");
    }

    unfinished.Wait();
    Console.WriteLine("all tasks done");
    waiting.CompleteAdding(); // now everybody who asks gets the end mark, each of them
    host.Join();
    #endregion
}

// Your turn: ask for a task, do it (`task <i>`), say that it is done, until the end mark comes.
static void Work()
{
    #region solution
    using var main = Connection.ToMain();
    while (main.Ask("next") is { Length: > 0 } task)
    {
        Console.WriteLine($"task {task}");
        main.Ask("done"); // after the work, not when it is taken
    }
    #endregion
}
