using System.Diagnostics;

// Kata 19: a counter that all workers see, and a lock that makes "read, then write" one step.
return args is ["--worker", _, var n, .. var told] ? RunWorker(int.Parse(n), told) : RunMain(int.Parse(args[0]), args[1]);

static int RunMain(int workers, string n)
{
    string[] told = [];

    // Your turn: make the counter and the lock, and say how the workers find them.

    try
    {
        var all = Enumerable.Range(1, workers).Select(i => Start($"w{i}", n, told)).ToList();
        all.ForEach(worker => worker.WaitForExit());

        var total = 0;

        // Your turn: look into the counter.

        Console.WriteLine($"total {total}");
        return all.All(worker => worker.ExitCode == 0) ? 0 : 1;
    }
    finally
    {
        // Your turn: leave nothing behind.
    }
}

static int RunWorker(int n, string[] told)
{

    for (var i = 0; i < n; i++)
    {
        var v = 0;

        // Your turn: from here to the end of the round nobody else may touch the counter.

        Console.WriteLine($"read {v}");

        // Your turn: write the new value.

        Console.WriteLine($"wrote {v + 1}");

    }

    return 0;
}

static Process Start(string name, string n, string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, n, .. told]);
