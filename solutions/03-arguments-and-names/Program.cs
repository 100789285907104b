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
    #region solution
    if (name == "-")
    {
        name = "Process-1";
    }

    // A list, not one long string: nothing is quoted, so nothing has to be taken apart again.
    using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, .. arguments]);
    worker.WaitForExit();
    #endregion
}

static void Show(string name, string[] received)
{
    // Your turn: how many arguments arrived, and which.
    #region solution
    Console.WriteLine($"{name} got {received.Length} arguments");
    for (var i = 0; i < received.Length; i++)
    {
        Console.WriteLine($"{name} {i} [{received[i]}]");
    }
    #endregion
}
