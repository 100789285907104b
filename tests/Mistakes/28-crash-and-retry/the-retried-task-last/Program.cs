// mistake: wrong-order
// looks-right: yes
// The task of the dead goes to the end of the queue, behind all that are still to come.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(args);

static int RunMain(string[] inputs)
{
    var results = new string[inputs.Length];
    var tasks = new Queue<int>(Enumerable.Range(0, inputs.Length));
    var deaths = new int[inputs.Length];
    int current = -1;
    using var host = new Host(Answer);
    int number = 0;
    for (bool died = true; died;)
    {
        var worker = host.Start($"w{++number}");
        worker.Join();
        died = worker.ExitCode != 0;
        if (current < 0 || results[current] is not null)
        {
            continue;
        }

        if (++deaths[current] < 3)
        {
            Console.WriteLine($"retry {inputs[current]}");
            tasks.Enqueue(current); // <-- mistake
        }
        else
        {
            Console.WriteLine($"giving up {inputs[current]}");
            results[current] = "?";
        }
    }

    Console.WriteLine($"[{string.Join(", ", results)}]");
    return results.Contains("?") ? 1 : 0;

    string Answer(Worker worker, string request)
    {
        if (request != "next")
        {
            results[current] = request;
        }

        if (tasks.Count == 0)
        {
            return "stop";
        }

        current = tasks.Dequeue();
        return inputs[current];
    }
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    string request = "next";
    while (int.TryParse(main.Ask(request), out int x))
    {
        Console.WriteLine($"task {x}");
        request = $"{x * x}";
    }

    return 0;
}
