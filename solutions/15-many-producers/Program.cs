using Katas.Toolkit;

switch (args)
{
    case ["--worker", _, var n, var len]:
        Producer(int.Parse(n), int.Parse(len));
        return 0;
    default:
        return Consume(args[0], args[1], args[2..]);
}

// Main. Your turn: start all producers, say `got <name> <i>` for each item that arrives, and `total <k>` when all producers are over.
static int Consume(string n, string len, string[] names)
{
    bool everybodyReturnedZero = true;

    #region solution
    int total = 0;

    // Called on a thread for each producer: whoever is slow is waited for by his own thread alone. The channel says who sends,
    // keeps each producer's order, and knows where an item ends, whatever is in it.
    using var host = new Host((producer, item) =>
    {
        int i = int.Parse(item.AsSpan(0, item.IndexOf(' ')));
        Console.WriteLine($"got {producer} {i}");
        Interlocked.Increment(ref total);
        return "thanks";
    });

    foreach (string name in names)
    {
        host.Start(name, n, len);
    }

    everybodyReturnedZero = host.Join();
    Console.WriteLine($"total {total}");
    #endregion

    return everybodyReturnedZero ? 0 : 1;
}

// Your turn: send n items of len bytes each.
static void Producer(int n, int len)
{
    #region solution
    using var main = Connection.ToMain();
    string bytes = new('x', len);
    for (int i = 0; i < n; i++)
    {
        main.Ask($"{i} {bytes}"); // the number stands beside the item, not in it
    }
    #endregion
}
