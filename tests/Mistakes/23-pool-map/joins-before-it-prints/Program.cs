// mistake: needless-wait
// looks-right: yes
// All results are there, but the line waits for the end of every worker, also of one that has not even begun.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length));
    var results = new string[inputs.Length];
    using var host = new Host(Answer);
    var pool = Enumerable.Range(1, workers).Select(i => host.Start($"p{i}")).ToList();

    host.Join(); // <-- mistake
    Console.WriteLine($"[{string.Join(", ", results)}]");
    return 0;

    string Answer(Worker worker, string request)
    {
        if (request.Split(' ') is [var position, var result])
        {
            results[int.Parse(position)] = result;
            return "thanks";
        }

        return tasks.TryDequeue(out int next) ? $"{next} {inputs[next]}" : "stop";
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
