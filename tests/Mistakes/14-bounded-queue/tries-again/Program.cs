// mistake: polling
// looks-right: yes
// A put that finds the queue full tries again, and again.
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
    using var host = new Host((worker, request) =>
    {
        if (request == "get")
        {
            return queue.Take(worker.Gone);
        }

        return queue.TryAdd(request) ? "stored" : "full";
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
        while (queue.Ask($"{i}") == "full")
        {
            Thread.Sleep(10); // <-- mistake
        }

        Console.WriteLine($"put {i}");
    }
}

static void Consumer(int n)
{
    using var queue = Connection.ToMain();
    for (int i = 1; i <= n; i++)
    {
        Console.WriteLine($"got {queue.Ask("get")}");
    }
}
