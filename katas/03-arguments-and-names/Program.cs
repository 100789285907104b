using System.Diagnostics;

switch (args)
{
    case ["--worker", var name, .. var received]:
        Show(name, received);
        break;

    case [var name, .. var arguments]:
        StartShow(name, arguments);
        break;
}

static void StartShow(string name, string[] arguments)
{
    // Your turn: start one worker of that name (Process-1 for -), hand it the arguments as they are, join it.
}

static void Show(string name, string[] received)
{
    // Your turn: how many arguments arrived, and which.
}
