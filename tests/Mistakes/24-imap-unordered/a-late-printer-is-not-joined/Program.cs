// mistake: too-early
// looks-right: yes
// The printing thread is started once the workers are there; main joins them, but not that thread, before it says `done`.
using System.Collections.Concurrent;
using Katas.Toolkit;

if (args is ["--worker", ..])
{
    using var main = Connection.ToMain();
    while (int.TryParse(main.Ask("next"), out int x))
    {
        Console.WriteLine($"task {x}");
        main.Ask($"{x * x}");
    }

    return;
}

var tasks = new ConcurrentQueue<string>(args[1..]);
var results = new BlockingCollection<string>();
using var host = new Host((_, request) =>
{
    if (request != "next")
    {
        results.Add(request);
        return "thanks";
    }

    return tasks.TryDequeue(out string? task) ? task : "stop";
});
for (int i = 1; i <= int.Parse(args[0]); i++)
{
    host.Start($"p{i}");
}

var printer = new Thread(() =>
{
    foreach (string result in results.GetConsumingEnumerable())
    {
        Console.WriteLine($"result {result}");
    }
});
printer.Start();
host.Join();
results.CompleteAdding();
Console.WriteLine("done"); // <-- mistake
