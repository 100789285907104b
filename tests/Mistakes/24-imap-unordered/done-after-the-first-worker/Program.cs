// mistake: too-early
// looks-right: yes
// When the first worker has nothing left to do, the others may still be at their last task.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<string>(inputs);
    using var printing = new CountdownEvent(1);
    using var arrived = new BlockingCollection<string>();
    using var host = new Host(Answer);
    var pool = Enumerable.Range(1, workers).Select(i => host.Start($"p{i}")).ToList();

    new Thread(Print) { IsBackground = true }.Start();
    pool[0].Join(); // <-- mistake
    Console.WriteLine("done");
    host.Join();
    arrived.CompleteAdding();
    printing.Wait();
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

    void Print()
    {
        foreach (string result in arrived.GetConsumingEnumerable())
        {
            Console.WriteLine($"result {result}");
        }

        printing.Signal();
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
