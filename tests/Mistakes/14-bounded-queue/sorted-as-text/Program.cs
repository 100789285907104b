// mistake: wrong-order
// looks-right: no
// The queue is a SortedSet of strings, which is first in, first out only until 9 and 10 are in it at the same time.

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
    object gate = new();
    var items = new SortedSet<string>(StringComparer.Ordinal); // <-- mistake
    using var host = new Host((worker, request) =>
    {
        lock (gate)
        {
            if (request == "get")
            {
                while (items.Count == 0)
                {
                    Monitor.Wait(gate);
                }

                string item = items.Min!;
                items.Remove(item);
                Monitor.PulseAll(gate);
                return item;
            }

            while (items.Count == maxsize)
            {
                Monitor.Wait(gate);
            }

            items.Add(request);
            Monitor.PulseAll(gate);
            return "stored";
        }
    });

    host.Start("producer", n);
    host.Start("consumer", n);
    host.Join();
}

static void Producer(int n)
{
    using var main = Connection.ToMain();
    for (int i = 1; i <= n; i++)
    {
        main.Ask($"{i}");
        Console.WriteLine($"put {i}");
    }
}

static void Consumer(int n)
{
    using var main = Connection.ToMain();
    for (int k = 0; k < n; k++)
    {
        string item = main.Ask("get");
        Console.WriteLine($"got {item}");
    }
}
