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
}

static void Slow() => Console.WriteLine("working");
