// mistake: needless-wait
// looks-right: yes
// The thread that serves a worker prints its result too: while it prints, the worker waits for its next task.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    using var missing = new CountdownEvent(inputs.Length);
    using var host = new Host(Answer);
    var pool = Enumerable.Range(1, workers).Select(i => host.Start($"p{i}")).ToList();

    missing.Wait();
    Console.WriteLine("done");
    host.Join();
    return 0;

    string Answer(Worker worker, string request)
    {
        if (request != "next")
        {
            Console.WriteLine($"result {request}"); // <-- mistake
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
        main.Ask($"{x * x}");
    }

    return 0;
}
