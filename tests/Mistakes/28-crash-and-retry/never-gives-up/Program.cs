// mistake: wrong-output
// looks-right: yes
// A task that kills its worker is tried again and again, however many it has taken with it.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(args);

static int RunMain(string[] inputs)
{
    var results = new string[inputs.Length];
    int current = 0;
    using var host = new Host(Answer);
    for (int number = 1; current < inputs.Length; number++)
    {
        host.Start($"w{number}").Join();
        if (current < inputs.Length)
        {
            Console.WriteLine($"retry {inputs[current]}"); // <-- mistake
        }
    }

    Console.WriteLine($"[{string.Join(", ", results)}]");
    return results.Contains("?") ? 1 : 0;

    string Answer(Worker worker, string request)
    {
        if (request != "next")
        {
            results[current++] = request;
        }

        return current < inputs.Length ? inputs[current] : "stop";
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
