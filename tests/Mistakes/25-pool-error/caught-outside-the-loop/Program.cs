// mistake: lost-item
// looks-right: yes
// The worker reports its failure properly and leaves. As long as another one is there to do the rest, nobody notices.
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
    string position = "";
    try
    {
        while (main.Ask("next").Split(' ') is [var next, var text])
        {
            position = next;
            int x = int.Parse(text);
            Console.WriteLine($"task {x}");
            main.Ask($"{position} {60 / x}");
        }
    }
    catch (DivideByZeroException) // <-- mistake
    {
        main.Ask($"{position} failed");
    }

    return 0;
}
