// mistake: deadlock
// looks-right: no
// There is one end mark for all: whoever takes it goes, and the others wait for ever.
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

        return waiting.Take(worker.Gone);
    });
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"w{i}");
    }

    unfinished.Wait();
    Console.WriteLine("all tasks done");
    waiting.Add(""); // <-- mistake
    host.Join();
}

static void Work()
{
    using var main = Connection.ToMain();
    while (main.Ask("next") is { Length: > 0 } task)
    {
        Console.WriteLine($"task {task}");
        main.Ask("done");
    }
}
