// mistake: needless-wait
// looks-right: yes
// The consumer gives the place back when it has printed, not when it has got the item.
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
    using var places = new SemaphoreSlim(maxsize);
    using var queue = new BlockingCollection<string>();
    using var host = new Host((worker, request) =>
    {
        switch (request)
        {
            case "get":
                return queue.Take(worker.Gone);
            case "free":
                places.Release();
                return "";
            default:
                places.Wait(worker.Gone);
                queue.Add(request);
                return "stored";
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
    for (int i = 1; i <= n; i++)
    {
        Console.WriteLine($"got {queue.Ask("get")}");
        queue.Ask("free"); // <-- mistake
    }
}
