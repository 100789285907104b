// mistake: deadlock
// looks-right: no
// One end mark for the whole pool: the first worker takes it, the others wait for ever.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    using var tasks = new BlockingCollection<int>(new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length)));
    var results = new string[inputs.Length];
    using var missing = new CountdownEvent(inputs.Length);
    using var host = new Host(Answer);
    var pool = Enumerable.Range(1, workers).Select(i => host.Start($"p{i}")).ToList();

    missing.Wait();
    Console.WriteLine($"[{string.Join(", ", results)}]");
    tasks.Add(-1); // <-- mistake
    host.Join();
    return 0;

    string Answer(Worker worker, string request)
    {
        if (request.Split(' ') is [var position, var result])
        {
            results[int.Parse(position)] = result;
            missing.Signal();
            return "thanks";
        }

        int next = tasks.Take(worker.Gone);
        return next < 0 ? "stop" : $"{next} {inputs[next]}";
    }
}

static int RunWorker()
{
    using var main = Connection.ToMain();
    while (main.Ask("next").Split(' ') is [var position, var text])
    {
        int x = int.Parse(text);
        Console.WriteLine($"task {x}");
        main.Ask($"{position} {x * x}");
    }

    return 0;
}
