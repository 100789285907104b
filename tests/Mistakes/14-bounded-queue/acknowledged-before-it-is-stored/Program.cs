// mistake: too-early
// looks-right: yes
// A put is acknowledged when main has heard of it; a feeder stores it later.
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
    using var accepted = new BlockingCollection<string>();
    using var queue = new BlockingCollection<string>(maxsize);
    new Thread(() =>
    {
        foreach (string item in accepted.GetConsumingEnumerable())
        {
            queue.Add(item);
        }
    }).Start();
    using var host = new Host((worker, request) =>
    {
        if (request == "get")
        {
            return queue.Take(worker.Gone);
        }

        accepted.Add(request); // <-- mistake
        return "stored";
    });
    host.Start("producer", n);
    host.Start("consumer", n);
    host.Join();
    accepted.CompleteAdding();
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
    for (int i = 1; i <= n; i++)
    {
        Console.WriteLine($"got {queue.Ask("get")}");
    }
}
