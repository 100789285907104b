// mistake: lost-item
// looks-right: no
// What does not fit into the queue is dropped, and nobody is told.
using System.Collections.Concurrent;
using Katas.Toolkit;

switch (args)
{
    case ["--worker", "producer", var n]:
        Producer(int.Parse(n));
        break;
    case ["--worker", "consumer", var n]:
        Consumer(int.Parse(n));
        break;
    default:
        Queue(int.Parse(args[0]), args[1]);
        break;
}

static void Queue(int maxsize, string n)
{
    using var queue = new BlockingCollection<string>(maxsize);
    using var host = new Host(
        (worker, request) =>
        {
            if (request == "get")
            {
                return queue.TryTake(out string? item, Timeout.Infinite, worker.Gone) ? item : "";
            }

            queue.TryAdd(request); // <-- mistake
            return "stored";
        },
        worker =>
        {
            if (worker.Name == "producer")
            {
                queue.CompleteAdding();
            }
        });
    host.Start("producer", n);
    host.Start("consumer", n);
    host.Join();
}

static void Producer(int n)
{
    using var queue = Connection.ToMain();
    for (int i = 1; i <= n; i++)
    {
        queue.Ask($"{i}");
        Console.WriteLine($"put {i}");
    }
}

static void Consumer(int n)
{
    using var queue = Connection.ToMain();
    while (queue.Ask("get") is { Length: > 0 } item)
    {
        Console.WriteLine($"got {item}");
    }
}
