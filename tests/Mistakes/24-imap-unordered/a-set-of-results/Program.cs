// mistake: lost-item
// looks-right: yes
// A set holds each result once; equal inputs, and x and -x, have equal results.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    var seen = new HashSet<string>();
    using var arrived = new BlockingCollection<string>();
    using var host = new Host(Answer);
    var pool = Enumerable.Range(1, workers).Select(i => host.Start($"p{i}")).ToList();

    for (int i = 0; i < inputs.Length; i++)
    {
        string result = arrived.Take();
        if (seen.Add(result)) // <-- mistake
        {
            Console.WriteLine($"result {result}");
        }
    }

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
