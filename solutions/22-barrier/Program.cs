using Katas.Toolkit;

// Kata 22: n workers meet at a barrier, round after round.
return args is ["--worker", _, var count] ? RunWorker(int.Parse(count)) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int n, string rounds)
{
    // Your turn: the meeting place, and how everybody learns that it is broken.
    #region solution
    var barrier = new Barrier(n);
    var broken = new CancellationTokenSource();
    #endregion

    using var host = new Host((worker, request) =>
    {
        // Your turn: this runs on a thread of its own for every worker. When may it answer, and what?
        #region solution
        try
        {
            barrier.SignalAndWait(broken.Token);
        }
        catch (OperationCanceledException)
        {
            return "broken"; // also for those who come later: the token stays cancelled
        }
        #endregion
        return "pass";
    });

    for (var i = 1; i <= n; i++)
    {
        var worker = host.Start($"w{i}", rounds);

        // Your turn: what if this worker dies, wherever it is just then?
        #region solution
        // The end of the process is what counts, not its next request: the dead ask for nothing.
        worker.Gone.Register(() =>
        {
            if (worker.ExitCode != 0)
            {
                broken.Cancel();
            }
        });
        #endregion
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
        #region solution
        if (main.Ask("wait") == "broken")
        {
            return 1;
        }
        #endregion

        Console.WriteLine($"pass {r}");
    }

    return 0;
}
