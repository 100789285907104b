using System.Collections.Concurrent;
using System.Diagnostics;

if (args is ["--worker", ..])
{
    return;
}

// The event comes on another thread; it only notes who has ended, and main prints.
using var ended = new BlockingCollection<string>();
var workers = args.Select(name =>
{
    var worker = new Process { StartInfo = new(Environment.ProcessPath!, ["--worker", name]), EnableRaisingEvents = true };
    worker.Exited += (_, _) => ended.Add(name);
    worker.Start();
    return worker;
}).ToList();

for (var left = workers.Count; left > 0; left--)
{
    Console.WriteLine($"finished {ended.Take()}");
}
