using Katas.Toolkit;

// Kata 28: one worker at a time; when it is killed, the next one takes over its task.
return args is ["--worker", ..] ? RunWorker() : RunMain(args);

static int RunMain(string[] inputs)
{
    var results = new string[inputs.Length];

    // Your turn: start w1; when it is dead and its task has no result, say `retry <x>` and start the next worker.
    // The third worker that dies of the same task is the last: `giving up <x>`, and the result is "?".
    #region solution
    int current = 0; // the task in work: every one before it has its result
    int deaths = 0;  // how many workers it has taken with it
    using var host = new Host(Answer);
    for (int number = 1; current < inputs.Length; number++)
    {
        // No timeout tells that a worker is dead: the system does, by ending its channel and its process.
        host.Start($"w{number}").Join();
        if (current == inputs.Length)
        {
            break; // all results are here; how the worker ended no longer matters
        }

        if (++deaths < 3)
        {
            Console.WriteLine($"retry {inputs[current]}");
        }
        else
        {
            Console.WriteLine($"giving up {inputs[current]}");
            Store("?");
        }
    }

    // Never called by two at once: either the worker lives and its thread answers, or it is over and main decides.
    string Answer(Worker worker, string request)
    {
        if (request != "next")
        {
            Store(request);
        }

        return current < inputs.Length ? inputs[current] : "stop";
    }

    void Store(string result)
    {
        results[current] = result;
        current++;
        deaths = 0;
    }
    #endregion

    Console.WriteLine($"[{string.Join(", ", results)}]");
    return results.Contains("?") ? 1 : 0;
}

static int RunWorker()
{
    using var main = Connection.ToMain();

    // Your turn: ask for a task, print `task <x>`, tell the result, until nothing is left.
    #region solution
    // The result is also the question for the next task. So main has a result or it does not: there is no moment in between.
    string request = "next";
    while (int.TryParse(main.Ask(request), out int x))
    {
        Console.WriteLine($"task {x}");
        request = $"{x * x}";
    }
    #endregion

    return 0;
}
