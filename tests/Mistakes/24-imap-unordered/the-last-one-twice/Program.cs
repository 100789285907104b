// mistake: duplicate-item
// looks-right: no
// Each worker sends its last result once more when it leaves, "to be on the safe side".
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    using var arrived = new BlockingCollection<string>();
    using var host = new Host(Answer);
    var pool = Enumerable.Range(1, workers).Select(i => host.Start($"p{i}")).ToList();

    _ = Task.Run(() =>
    {
        host.Join();
        arrived.CompleteAdding();
    });
    foreach (string result in arrived.GetConsumingEnumerable())
    {
        Console.WriteLine($"result {result}");
    }

    host.Join();
    Console.WriteLine("done");
    return 0;

    string Answer(Worker worker, string request)
    {
        if (request != "next")
        {
            arrived.Add(request);
            return "thanks";
        }

        return tasks.TryDequeue(out string? task) ? task : "stop";
    }
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    string last = "";
    while (int.TryParse(main.Ask("next"), out int x))
    {
        Console.WriteLine($"task {x}");
        last = $"{x * x}";
        main.Ask(last);
    }

    if (last != "")
    {
        main.Ask(last); // <-- mistake
    }

    return 0;
}
