// mistake: needless-wait
// looks-right: yes
// Each producer is joined before the next one is started.
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
    using var host = new Host((producer, item) =>
    {
        Console.WriteLine($"got {producer} {item[..item.IndexOf(' ')]}");
        Interlocked.Increment(ref total);
        return "thanks";
    });

    foreach (string name in names)
    {
        host.Start(name, n, len).Join(); // <-- mistake
    }

    bool well = host.Join();
    Console.WriteLine($"total {total}");
    return well ? 0 : 1;
}

static void Producer(int n, int len)
{
    using var main = Connection.ToMain();
    string bytes = new('x', len);
    for (int i = 0; i < n; i++)
    {
        main.Ask($"{i} {bytes}");
    }
}
