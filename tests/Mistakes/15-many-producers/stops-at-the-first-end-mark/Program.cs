// mistake: lost-item
// looks-right: no
// One end mark is taken for the end of everybody.
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
    using var arrived = new System.Collections.Concurrent.BlockingCollection<string>();
    using var host = new Host(
        (producer, item) =>
        {
            arrived.Add(item == "end" ? item : $"got {producer} {item[..item.IndexOf(' ')]}");
            return "thanks";
        },
        ended: producer =>
        {
            if (producer.ExitCode != 0)
            {
                arrived.Add("end");
            }
        });
    foreach (string name in names)
    {
        host.Start(name, n, len);
    }

    int total = 0;
    while (names.Length > 0 && arrived.Take() is var line && line != "end") // <-- mistake
    {
        Console.WriteLine(line);
        total++;
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

    main.Ask("end");
}
