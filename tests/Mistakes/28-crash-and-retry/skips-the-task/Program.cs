// mistake: lost-item
// looks-right: yes
// A task is taken off the list when it is handed out; the one that was in work is gone with its worker.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(args);

static int RunMain(string[] inputs)
{
    var results = new string[inputs.Length];
    int next = 0;
    int current = -1;
    using var host = new Host(Answer);
    Worker worker;
    int number = 0;
    do
    {
        worker = host.Start($"w{++number}");
        worker.Join();
        if (current >= 0 && results[current] is null)
        {
            Console.WriteLine($"retry {inputs[current]}");
            results[current] = "?";
        }
    }
    while (worker.ExitCode != 0);

    Console.WriteLine($"[{string.Join(", ", results)}]");
    return results.Contains("?") ? 1 : 0;

    string Answer(Worker worker, string request)
    {
        if (request != "next")
        {
            results[current] = request;
        }

        if (next == inputs.Length)
        {
            return "stop";
        }

        current = next++; // <-- mistake
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
