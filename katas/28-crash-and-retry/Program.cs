using Katas.Toolkit;

// Kata 28: one worker at a time; when it is killed, the next one takes over its task.
return args is ["--worker", ..] ? RunWorker() : RunMain(args);

static int RunMain(string[] inputs)
{
    var results = new string[inputs.Length];

    // Your turn: start w1; when it is dead and its task has no result, say `retry <x>` and start the next worker.
    // The third worker that dies of the same task is the last: `giving up <x>`, and the result is "?".

    Console.WriteLine($"[{string.Join(", ", results)}]");
    return results.Contains("?") ? 1 : 0;
}

static int RunWorker()
{
    using var main = Connection.ToMain();

    // Your turn: ask for a task, print `task <x>`, tell the result, until nothing is left.

    return 0;
}
