// mistake: needless-wait
// looks-right: yes
// Every worker is dealt its share beforehand: whoever meets a slow task holds up the rest of his share.
using Katas.Toolkit;

return args is ["--worker", ..] ? RunWorker(args[2..]) : RunMain(int.Parse(args[0]), args[1..]);

static int RunMain(int workers, string[] inputs)
{
    var results = new string[inputs.Length];
    using var missing = new CountdownEvent(inputs.Length);
    using var host = new Host((_, request) =>
    {
        results[int.Parse(request.Split(' ')[0])] = request.Split(' ')[1];
        missing.Signal();
        return "thanks";
    });
    var share = inputs.Select((x, i) => $"{i}:{x}").GroupBy(task => int.Parse(task.Split(':')[0]) % workers).ToDictionary(group => group.Key);
    for (int i = 0; i < workers; i++)
    {
        host.Start($"p{i + 1}", share.TryGetValue(i, out var tasks) ? tasks : []); // <-- mistake
    }

    missing.Wait();
    Console.WriteLine($"[{string.Join(", ", results)}]");
    host.Join();
    return 0;
}

static int RunWorker(string[] share)
{
    using var main = Connection.ToMain();
    foreach (var task in share)
    {
        int x = int.Parse(task.Split(':')[1]);
        Console.WriteLine($"task {x}");
        main.Ask($"{task.Split(':')[0]} {x * x}");
    }

    return 0;
}
