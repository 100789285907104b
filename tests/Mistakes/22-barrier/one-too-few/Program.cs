// mistake: deadlock
// looks-right: no
// Who waits counts the others only: one too few are waited for. The last one comes too late for its own round, and one who is alone waits for ever.
using Katas.Toolkit;

return args is ["--worker", _, var count] ? RunWorker(int.Parse(count)) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int n, string rounds)
{
    var door = new object();
    var (arrived, round, broken) = (0, 0, false);
    using var host = new Host((worker, request) =>
    {
        lock (door)
        {
            var mine = round;
            if (++arrived == n - 1) // <-- mistake
            {
                arrived = 0;
                round++;
                Monitor.PulseAll(door);
            }

            while (round == mine && !broken)
            {
                Monitor.Wait(door);
            }

            return round == mine ? "broken" : "pass";
        }
    });

    for (var i = 1; i <= n; i++)
    {
        var worker = host.Start($"w{i}", rounds);
        worker.Gone.Register(() => Break(worker));
    }

    return host.Join() ? 0 : 1;

    void Break(Worker worker)
    {
        lock (door)
        {
            broken |= worker.ExitCode != 0;
            Monitor.PulseAll(door);
        }
    }
}

static int RunWorker(int rounds)
{
    using var main = Connection.ToMain();
    for (var r = 1; r <= rounds; r++)
    {
        Console.WriteLine($"arrive {r}");
        if (main.Ask("wait") == "broken")
        {
            return 1;
        }

        Console.WriteLine($"pass {r}");
    }

    return 0;
}
