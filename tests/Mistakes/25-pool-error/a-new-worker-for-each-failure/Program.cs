// mistake: wrong-process-count
// looks-right: yes
// A worker that met a failing task leaves, and main starts another one in its place.
using System.Collections.Concurrent;
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var tasks = new ConcurrentQueue<int>(Enumerable.Range(0, inputs.Length));
    var results = new string[inputs.Length];
    int started = 0;
    Host host = null!;
    host = new Host(Answer, gone =>
    {
        if (gone.ExitCode == 3)
        {
            host.Start($"p{Interlocked.Increment(ref started)}"); // <-- mistake
        }
    });
    for (int i = 0; i < workers; i++)
    {
        host.Start($"p{Interlocked.Increment(ref started)}");
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
    while (main.Ask("next").Split(' ') is [var position, var text])
    {
        int x = int.Parse(text);
        Console.WriteLine($"task {x}");
        if (x == 0)
        {
            main.Ask($"{position} failed");
            return 3;
        }

        main.Ask($"{position} {60 / x}");
    }

    return 0;
}
