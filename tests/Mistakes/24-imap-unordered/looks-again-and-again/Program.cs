// mistake: polling
// looks-right: yes
// Main looks every ten milliseconds whether something has arrived.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    var arrived = new ConcurrentQueue<string>();
    using var host = new Host(Answer);
    var pool = Enumerable.Range(1, workers).Select(i => host.Start($"p{i}")).ToList();

    for (int printed = 0; printed < inputs.Length;)
    {
        if (arrived.TryDequeue(out string? result))
        {
            Console.WriteLine($"result {result}");
            printed++;
        }
        else
        {
            Thread.Sleep(10); // <-- mistake
        }
    }

    Console.WriteLine("done");
    host.Join();
    return 0;

    string Answer(Worker worker, string request)
    {
        if (request != "next")
        {
            arrived.Enqueue(request);
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
