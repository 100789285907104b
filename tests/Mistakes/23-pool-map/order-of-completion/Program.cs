// mistake: wrong-order
// looks-right: no
// The results are collected as they come in, and nobody remembers whose they are.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    using var results = new BlockingCollection<string>();
    using var host = new Host(Answer);
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"p{i}");
    }

    var list = inputs.Select(_ => results.Take()).ToList(); // <-- mistake
    Console.WriteLine($"[{string.Join(", ", list)}]");
    host.Join();
    return 0;

    string Answer(Worker worker, string request)
    {
        if (request == "next")
        {
            return tasks.TryDequeue(out string? task) ? task : "stop";
        }

        results.Add(request);
        return "thanks";
    }
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    while (int.TryParse(main.Ask("next"), out int x))
    {
        Console.WriteLine($"task {x}");
        main.Ask($"{x * x}");
    }

    return 0;
}
