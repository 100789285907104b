// mistake: lost-item
// looks-right: yes
// The results are kept by value. The list comes out right, but equal inputs are computed only once, and they are separate tasks.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs.Distinct()); // <-- mistake
    var squares = new ConcurrentDictionary<string, string>();
    using var missing = new CountdownEvent(tasks.Count);
    using var host = new Host(Answer);
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"p{i}");
    }

    missing.Wait();
    Console.WriteLine($"[{string.Join(", ", inputs.Select(x => squares[x]))}]");
    host.Join();
    return 0;

    string Answer(Worker worker, string request)
    {
        if (request.Split(' ') is [var x, var square])
        {
            squares[x] = square;
            missing.Signal();
            return "thanks";
        }

        return tasks.TryDequeue(out string? task) ? task : "stop";
    }
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    while (int.TryParse(main.Ask("next"), out int x))
    {
        Console.WriteLine($"task {x}");
        main.Ask($"{x} {x * x}");
    }

    return 0;
}
