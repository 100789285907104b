using Katas.Toolkit;

// Kata 20: everybody waits for one event, and it stays set for those who come late.
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    // Your turn: the event. Which kind stays set?

    using var host = new Host((worker, request) =>
    {
        // Your turn: this runs for every worker on a thread of its own, so the answer may wait.
        return "go";
    });

    for (var i = 1; i <= n; i++)
    {
        host.Start($"w{i}");
    }

    Console.WriteLine("set");

    // Your turn: set the event. From now on nobody waits for it any more.

    host.Start("late");
    return host.Join() ? 0 : 1;
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    Console.WriteLine("waiting");

    // Your turn: wait for the event.

    Console.WriteLine("running");
    return 0;
}
