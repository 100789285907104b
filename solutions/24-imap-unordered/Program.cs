using System.Collections.Concurrent;
using Katas.Toolkit;

// Kata 24: for result in Pool(workers).imap_unordered(square, inputs): print(result)
return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    // Your turn: start p1 … p<workers>, hand out a task to whoever asks, print each result as it comes, then `done`.
    #region solution
    var tasks = new ConcurrentQueue<string>(inputs);
    // Between those who serve the workers and the one who prints stands a queue: a slow printer keeps no worker from its next task.
    using var arrived = new BlockingCollection<string>();
    using var host = new Host(Answer);
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"p{i}");
    }

    // As many results as inputs: the end is known by counting, no worker has to be over for it.
    for (int i = 0; i < inputs.Length; i++)
    {
        Console.WriteLine($"result {arrived.Take()}");
    }

    Console.WriteLine("done");
    host.Join();

    string Answer(Worker worker, string request)
    {
        if (request != "next")
        {
            arrived.Add(request);
            return "thanks";
        }

        return tasks.TryDequeue(out string? task) ? task : "stop";
    }
    #endregion

    return 0;
}

static int RunWorker()
{
    using var main = Connection.ToMain();

    // Your turn: ask for a task, print `task <x>`, tell the result, until nothing is left.
    #region solution
    while (int.TryParse(main.Ask("next"), out int x))
    {
        Console.WriteLine($"task {x}");
        main.Ask($"{x * x}");
    }
    #endregion

    return 0;
}
