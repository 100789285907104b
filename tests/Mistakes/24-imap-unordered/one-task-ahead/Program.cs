// mistake: needless-wait
// looks-right: yes
// A worker fetches its next task before it does the one that it has.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? Work() : Distribute(int.Parse(args[0]), args[1..]);

static int Distribute(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    using var results = new BlockingCollection<string>();
    using var host = new Host((_, request) =>
    {
        if (request.StartsWith("result ", StringComparison.Ordinal))
        {
            results.Add(request);
            return "";
        }

        return tasks.TryDequeue(out string? task) ? task : "none";
    });
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"p{i}");
    }

    foreach (string _ in inputs)
    {
        Console.WriteLine(results.Take());
    }

    Console.WriteLine("done");
    host.Join();
    return 0;
}

static int Work()
{
    using var main = Connection.ToMain();
    string task = main.Ask("a task");
    while (task != "none")
    {
        string ahead = main.Ask("a task"); // <-- mistake
        int x = int.Parse(task);
        Console.WriteLine($"task {x}");
        main.Ask($"result {x * x}");
        task = ahead;
    }

    return 0;
}
