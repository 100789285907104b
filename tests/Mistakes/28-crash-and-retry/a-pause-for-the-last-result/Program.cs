// mistake: timed-wait
// looks-right: yes
// Main gives a result that may still be on its way a tenth of a second. A join knows when nothing can come any more; a clock does not.
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
        var worker = host.Start($"w{number}");
        worker.Process.WaitForExit();
        Thread.Sleep(100); // <-- mistake
        if (current == inputs.Length)
        {
            break;
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
        deaths = 0;
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
