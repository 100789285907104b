using Katas.Toolkit;

// Kata 22: n workers meet at a barrier, round after round.
return args is ["--worker", _, var count] ? RunWorker(int.Parse(count)) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int n, string rounds)
{
    // Your turn: the meeting place, and how everybody learns that it is broken.

    using var host = new Host((worker, request) =>
    {
        // Your turn: this runs on a thread of its own for every worker. When may it answer, and what?
        return "pass";
    });

    for (var i = 1; i <= n; i++)
    {
        var worker = host.Start($"w{i}", rounds);

        // Your turn: what if this worker dies, wherever it is just then?
    }

    return host.Join() ? 0 : 1;
}

static int RunWorker(int rounds)
{
    using var main = Connection.ToMain();
    for (var r = 1; r <= rounds; r++)
    {
        Console.WriteLine($"arrive {r}");

        // Your turn: wait for all the others. If they cannot all come any more, return 1.

        Console.WriteLine($"pass {r}");
    }

    return 0;
}
