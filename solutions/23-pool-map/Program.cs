using System.Collections.Concurrent;
using Katas.Toolkit;

// Kata 23: Pool(workers).map(square, inputs)
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    // Your turn: start p1 … p<workers>, hand out a task to whoever asks, and print the squares in the order of the inputs.
    #region solution
    // A task is a position. The result carries it back, so it does not matter who is done first, or whether inputs are equal.
    var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length));
    var results = new string[inputs.Length];
    using var missing = new CountdownEvent(inputs.Length);
    using var host = new Host(Answer);
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"p{i}");
    }

    // The results are waited for, not the workers: one that has not even begun yet holds up nothing but the join.
    missing.Wait();
    Console.WriteLine($"[{string.Join(", ", results)}]");
    host.Join();

    string Answer(Worker worker, string request)
    {
        if (request.Split(' ') is [var position, var result])
        {
            results[int.Parse(position)] = result;
            missing.Signal();
            return "thanks";
        }

        // One task for each asking: whoever is held up keeps just the one task that he has.
        return waiting.TryDequeue(out int next) ? $"{next} {inputs[next]}" : "stop";
    }
    #endregion

    return 0;
}

static int RunWorker()
{
    using var main = Connection.ToMain();

    // Your turn: ask for a task, print `task <x>`, tell the result, until nothing is left.
    #region solution
    while (main.Ask("next").Split(' ') is [var position, var text])
    {
        int x = int.Parse(text);
        Console.WriteLine($"task {x}");
        main.Ask($"{position} {x * x}");
    }
    #endregion

    return 0;
}
