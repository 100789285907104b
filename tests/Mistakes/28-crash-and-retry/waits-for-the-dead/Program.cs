// mistake: deadlock
// looks-right: yes
// Main waits for the results and for nothing else. The dead send none.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(args);

static int RunMain(string[] inputs)
{
    var results = new string[inputs.Length];
    int current = 0;
    using var missing = new CountdownEvent(inputs.Length);
    using var host = new Host(Answer);
    host.Start("w1");
    missing.Wait(); // <-- mistake
    host.Join();

    Console.WriteLine($"[{string.Join(", ", results)}]");
    return results.Contains("?") ? 1 : 0;

    string Answer(Worker worker, string request)
    {
        if (request != "next")
        {
            results[current++] = request;
            missing.Signal();
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
