// mistake: too-early
// looks-right: yes
// Main says the total when everybody has said goodbye: that is before their exits.
using Katas.Toolkit;

switch (args)
{
    case ["--worker", _, var n, var len]:
        Producer(int.Parse(n), int.Parse(len));
        return 0;
    default:
        return Consume(args[0], args[1], args[2..]);
}

static int Consume(string n, string len, string[] names)
{
    int total = 0;
    var sending = new HashSet<string>(names);
    using var nobodyLeft = new ManualResetEventSlim(names.Length == 0);
    void Leave(Worker producer)
    {
        lock (sending)
        {
            sending.Remove(producer.Name);
            if (sending.Count == 0)
            {
                nobodyLeft.Set();
            }
        }
    }

    using var host = new Host(
        (producer, item) =>
        {
            if (item == "goodbye")
            {
                Leave(producer);
                return "";
            }

            Console.WriteLine($"got {producer} {item[..item.IndexOf(' ')]}");
            Interlocked.Increment(ref total);
            return "thanks";
        },
        ended: Leave);
    foreach (string name in names)
    {
        host.Start(name, n, len);
    }

    nobodyLeft.Wait(); // <-- mistake
    Console.WriteLine($"total {total}");
    return host.Join() ? 0 : 1;
}

static void Producer(int n, int len)
{
    using var main = Connection.ToMain();
    string bytes = new('x', len);
    for (int i = 0; i < n; i++)
    {
        main.Ask($"{i} {bytes}");
    }

    main.Ask("goodbye");
}
