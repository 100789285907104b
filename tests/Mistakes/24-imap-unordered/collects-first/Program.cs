// mistake: needless-wait
// looks-right: yes
// All results are collected, then all are printed: that is map, not imap_unordered.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    using var arrived = new BlockingCollection<string>();
    using var host = new Host(Answer);
    var pool = Enumerable.Range(1, workers).Select(i => host.Start($"p{i}")).ToList();

    var results = inputs.Select(_ => arrived.Take()).ToList(); // <-- mistake
    results.ForEach(result => Console.WriteLine($"result {result}"));
    Console.WriteLine("done");
    host.Join();
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
    while (int.TryParse(main.Ask("next"), out int x))
    {
        Console.WriteLine($"task {x}");
        main.Ask($"{x * x}");
    }

    return 0;
}
