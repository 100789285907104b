// mistake: needless-wait
// looks-right: yes
// The results are printed in the order of the input: a slow first task holds up the lines of all others.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length));
    var results = inputs.Select(_ => new TaskCompletionSource<string>()).ToList();
    using var host = new Host(Answer);
    var pool = Enumerable.Range(1, workers).Select(i => host.Start($"p{i}")).ToList();

    foreach (var result in results)
    {
        Console.WriteLine($"result {result.Task.Result}"); // <-- mistake
    }

    Console.WriteLine("done");
    host.Join();
    return 0;

    string Answer(Worker worker, string request)
    {
        if (request.Split(' ') is [var position, var square])
        {
            results[int.Parse(position)].SetResult(square);
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
