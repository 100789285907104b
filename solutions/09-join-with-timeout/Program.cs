using System.Diagnostics;

switch (args)
{
    case ["--worker", "slow"]:
        Slow();
        break;

    case [var milliseconds]:
        JoinWithTimeout(int.Parse(milliseconds));
        break;
}

static void JoinWithTimeout(int milliseconds)
{
    // Your turn: wait so long, say whether that was enough, then wait for the end and say what it was.
    #region solution
    using var slow = Process.Start(Environment.ProcessPath!, ["--worker", "slow"]);

    // The answer is the point: false means that the time is over and the worker is not.
    // Below 0 Python does not wait; .NET takes -1 for "for ever" and refuses the rest.
    if (!slow.WaitForExit(Math.Max(0, milliseconds)))
    {
        Console.WriteLine("still running");
        slow.WaitForExit();
    }

    Console.WriteLine($"finished {slow.ExitCode}");
    #endregion
}

static void Slow() => Console.WriteLine("working");
