// mistake: wrong-exit-code
// looks-right: yes
// The worker goes on after a failure, but in the end it returns 1, as if it had failed itself.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length));
    var results = new string[inputs.Length];
    using var host = new Host(Answer);
    for (int i = 1; i <= workers; i++)
    {
        host.Start($"p{i}");
    }

    host.Join();
    for (int i = 0; i < inputs.Length; i++)
    {
        Console.WriteLine($"{inputs[i]}: {results[i]}");
    }

    return results.Contains("failed") ? 1 : 0;

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
    int exitCode = 0;
    while (main.Ask("next").Split(' ') is [var position, var text])
    {
        int x = int.Parse(text);
        Console.WriteLine($"task {x}");
        if (x == 0)
        {
            exitCode = 1; // <-- mistake
        }

        main.Ask($"{position} {(x == 0 ? "failed" : 60 / x)}");
    }

    return exitCode;
}
