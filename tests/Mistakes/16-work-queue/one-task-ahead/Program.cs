// mistake: needless-wait
// looks-right: yes
// A worker fetches its next task before it does the one that it has.
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

static void Distribute(int workers, int tasks)
{
    using var waiting = new BlockingCollection<string>(new ConcurrentQueue<string>(Enumerable.Range(1, tasks).Select(i => $"{i}")));
    using var unfinished = new CountdownEvent(tasks);
    using var host = new Host((worker, request) =>
    {
        if (request == "done")
        {
            unfinished.Signal();
            return "";
        }

        if (request == "one more, if there is one")
        {
            return waiting.TryTake(out string? more) ? more : "";
        }

        return waiting.TryTake(out string? task, Timeout.Infinite, worker.Gone) ? task : "";
    });
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"w{i}");
    }

    unfinished.Wait();
    Console.WriteLine("all tasks done");
    waiting.CompleteAdding();
    host.Join();
}

static void Work()
{
    using var main = Connection.ToMain();
    while (main.Ask("next") is { Length: > 0 } task)
    {
        while (task.Length > 0)
        {
            string ahead = main.Ask("one more, if there is one"); // <-- mistake
            Console.WriteLine($"task {task}");
            main.Ask("done");
            task = ahead;
        }
    }
}
