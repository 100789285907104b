// mistake: duplicate-item
// looks-right: yes
// The next worker begins from the beginning, and what had been done is done again.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(args);

static int RunMain(string[] inputs)
{
    var results = new string[inputs.Length];
    int current = 0;
    int deaths = 0;
    using var host = new Host(Answer);
    for (int number = 1; current < inputs.Length; number++)
    {
        host.Start($"w{number}").Join();
        if (current < inputs.Length)
        {
            if (++deaths < 3)
            {
                Console.WriteLine($"retry {inputs[current]}");
            }
            else
            {
                Console.WriteLine($"giving up {inputs[current]}");
                Store("?");
            }
            current = 0; // <-- mistake
        }
    }

    Console.WriteLine($"[{string.Join(", ", results)}]");
    return results.Contains("?") ? 1 : 0;

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
