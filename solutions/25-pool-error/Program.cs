using System.Collections.Concurrent;
using Katas.Toolkit;

// Kata 25: a pool in which a task may fail, and nothing but that task.
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    int exitCode = 0;

    // The pool of kata 23: a task is a position in the inputs, and the result carries it back.
    var tasks = new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length));
    var results = new string[inputs.Length];
    using var host = new Host(Answer);
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"p{i}");
    }

    host.Join();

    // Your turn: print `<x>: <result>` for each input in turn. What does main return?
    #region solution
    for (int i = 0; i < inputs.Length; i++)
    {
        Console.WriteLine($"{inputs[i]}: {results[i]}");
    }

    exitCode = results.Contains("failed") ? 1 : 0;
    #endregion

    return exitCode;

    string Answer(Worker worker, string request)
    {
        if (request.Split(' ') is [var position, var result])
        {
            results[int.Parse(position)] = result;
            return "thanks";
        }

        return tasks.TryDequeue(out int next) ? $"{next} {inputs[next]}" : "stop";
    }
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    while (main.Ask("next").Split(' ') is [var position, var text])
    {
        int x = int.Parse(text);
        string result = "";

        // Your turn: print `task <x>` and compute 60 / x. A task that fails must not take its worker with it, and main must hear of it.
        #region solution
        Console.WriteLine($"task {x}");
        try
        {
            result = $"{60 / x}";
        }
        catch (Exception)
        {
            // An exception ends at the border of the process, so it has to become a message here. The pool does not
            // know what its tasks can throw: whatever it is, it belongs to this one task.
            result = "failed";
        }
        #endregion

        main.Ask($"{position} {result}");
    }

    return 0;
}
