// mistake: deadlock
// looks-right: yes
// A death is noticed only where it happens in the middle of a request: who dies between two rounds, or before the first, is waited for.
using Katas.Toolkit;

return args is ["--worker", _, var count] ? RunWorker(int.Parse(count)) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int n, string rounds)
{
    var barrier = new Barrier(n);
    var broken = new CancellationTokenSource();
    using var host = new Host((worker, request) =>
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(broken.Token, worker.Gone);
        try
        {
            barrier.SignalAndWait(either.Token);
            return "pass";
        }
        catch (OperationCanceledException) // <-- mistake
        {
            broken.Cancel();
            return "broken";
        }
    });

    for (var i = 1; i <= n; i++)
    {
        host.Start($"w{i}", rounds);
    }

    return host.Join() ? 0 : 1;
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
