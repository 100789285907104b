// mistake: wrong-exit-code
// looks-right: yes
// The barrier breaks as it should, but who did not get through returns 0 as if all were well.
using Katas.Toolkit;

return args is ["--worker", _, var count] ? RunWorker(int.Parse(count)) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int n, string rounds)
{
    var barrier = new Barrier(n);
    var broken = new CancellationTokenSource();
    using var host = new Host((worker, request) =>
    {
        try
        {
            barrier.SignalAndWait(broken.Token);
            return "pass";
        }
        catch (OperationCanceledException)
        {
            return "broken";
        }
    });

    for (var i = 1; i <= n; i++)
    {
        var worker = host.Start($"w{i}", rounds);
        worker.Gone.Register(() =>
        {
            if (worker.ExitCode != 0)
            {
                broken.Cancel();
            }
        });
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
            break;
        }

        Console.WriteLine($"pass {r}");
    }

    return 0; // <-- mistake
}
