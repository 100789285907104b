// mistake: wrong-output
// looks-right: yes
// A result of 0 is taken for a failure: right until an input is greater than 60.
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
    var told = results.Select(result => result == "0" ? "failed" : result).ToList(); // <-- mistake
    for (int i = 0; i < inputs.Length; i++)
    {
        Console.WriteLine($"{inputs[i]}: {told[i]}");
    }

    return told.Contains("failed") ? 1 : 0;

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
            result = "0";
        }

        main.Ask($"{position} {result}");
    }

    return 0;
}
