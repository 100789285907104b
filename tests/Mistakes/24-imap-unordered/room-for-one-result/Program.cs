// mistake: needless-wait
// looks-right: yes
// The queue between the servers and the printer holds one result only: while main is at a line, the second worker with a result waits and gets no task.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    var results = new BlockingCollection<int>(boundedCapacity: 1); // <-- mistake
    using var host = new Host((_, request) =>
    {
        if (request != "next")
        {
            results.Add(int.Parse(request));
        }

        return tasks.TryDequeue(out string? x) ? x : "stop";
    });

    for (int i = 1; i <= workers; i++)
    {
        host.Start($"p{i}");
    }

    for (int i = 0; i < inputs.Length; i++)
    {
        Console.WriteLine($"result {results.Take()}");
    }

    Console.WriteLine("done");
    return host.Join() ? 0 : 1;
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    string task = main.Ask("next");
    while (task != "stop")
    {
        int x = int.Parse(task);
        Console.WriteLine($"task {x}");
        task = main.Ask($"{x * x}");
    }

    return 0;
}
