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

// Main. Your turn: keep a queue with room for `maxsize` items, and let the workers put into it and get from it.
static void Queue(int maxsize, string n)
{
    #region solution
    // The queue lives in main. Each worker is served by a thread of its own, so a request may simply block here:
    // `Add` until there is room, `Take` until there is an item. The answer is what the worker waits for.
    using var queue = new BlockingCollection<string>(maxsize);
    using var host = new Host((worker, request) =>
    {
        if (request == "get")
        {
            return queue.Take(worker.Gone);
        }

        queue.Add(request, worker.Gone);
        return "stored";
    });

    host.Start("producer", n);
    host.Start("consumer", n);
    host.Join();
    #endregion
}

// Your turn: put 1 to n; say `put <i>` when the item has its place in the queue.
static void Producer(int n)
{
    #region solution
    using var queue = Connection.ToMain();
    for (int i = 1; i <= n; i++)
    {
        queue.Ask($"{i}");
        Console.WriteLine($"put {i}");
    }
    #endregion
}

// Your turn: get n items; say `got <i>` when the item has left the queue.
static void Consumer(int n)
{
    #region solution
    using var queue = Connection.ToMain();
    for (int i = 1; i <= n; i++)
    {
        Console.WriteLine($"got {queue.Ask("get")}");
    }
    #endregion
}
