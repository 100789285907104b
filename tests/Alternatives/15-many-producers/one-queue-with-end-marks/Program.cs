using System.Collections.Concurrent;
using Katas.Toolkit;

// As in Python: one queue for all, main gets from it, and there is an end mark for each producer (its death puts one, too).
if (args is ["--worker", ..])
{
    using var main = Connection.ToMain();
    for (int i = 0; i < int.Parse(args[2]); i++)
    {
        main.Ask(new string((char)('a' + (i % 26)), int.Parse(args[3])));
    }

    return 0;
}

using var queue = new BlockingCollection<(string Name, string? Item)>();
using var host = new Host(
    handle: (worker, item) =>
    {
        queue.Add((worker.Name, item));
        return "";
    },
    ended: worker => queue.Add((worker.Name, null)));
string[] names = args[2..];
Dictionary<string, int> arrived = names.ToDictionary(name => name, _ => 0);
foreach (string name in names)
{
    host.Start(name, args[0], args[1]);
}

for (int running = names.Length; running > 0;)
{
    (string name, string? item) = queue.Take();
    if (item is null)
    {
        running--;
    }
    else
    {
        Console.WriteLine($"got {name} {arrived[name]++}");
    }
}

bool allWell = host.Join();
Console.WriteLine($"total {arrived.Values.Sum()}");
return allWell ? 0 : 1;
