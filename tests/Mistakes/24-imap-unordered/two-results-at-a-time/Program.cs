// mistake: needless-wait
// looks-right: yes
// A worker keeps a result back until it has two, or until there is no more to do.
using System.Collections.Concurrent;
using Katas.Toolkit;

if (args is ["--worker", ..])
{
    using var main = Connection.ToMain();
    var kept = new List<string>();
    for (string x = main.Ask("next"); x != "end"; x = main.Ask("next"))
    {
        Console.WriteLine($"task {x}");
        kept.Add($"{int.Parse(x) * int.Parse(x)}");
        if (kept.Count == 2) // <-- mistake
        {
            main.Ask(string.Join(' ', kept));
            kept.Clear();
        }
    }

    main.Ask(string.Join(' ', kept));
    return 0;
}

var tasks = new ConcurrentQueue<string>(args.Skip(1));
using var results = new BlockingCollection<string>();
using var host = new Host((_, request) =>
{
    if (request == "next")
    {
        return tasks.TryDequeue(out string? x) ? x : "end";
    }

    foreach (string result in request.Split(' ', StringSplitOptions.RemoveEmptyEntries))
    {
        results.Add(result);
    }

    return "ok";
});
foreach (int i in Enumerable.Range(1, int.Parse(args[0])))
{
    host.Start($"p{i}");
}

foreach (string result in results.GetConsumingEnumerable().Take(args.Length - 1))
{
    Console.WriteLine($"result {result}");
}

Console.WriteLine("done");
return host.Join() ? 0 : 1;
