// mistake: wrong-output
// looks-right: no
// The failures are printed after all the results, not in the order of the input.
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
    foreach (int i in Enumerable.Range(0, inputs.Length).OrderBy(i => results[i] == "failed")) // <-- mistake
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
        string result;
        try
        {
            result = $"{60 / x}";
        }
        catch (DivideByZeroException)
        {
            result = "failed";
        }

        main.Ask($"{position} {result}");
    }

    return 0;
}
