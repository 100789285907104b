using System.Collections.Concurrent;
using Katas.Toolkit;

// Python's way: the end marks are items of the queue, one for each worker. A request for the next task says that the last one is done.
if (args is ["--worker", ..])
{
    using var main = Connection.ToMain();
    for (string task = main.Ask("first"); task != "end"; task = main.Ask("another"))
    {
        Console.WriteLine($"task {task}");
    }

    return;
}

(int workers, int tasks) = (int.Parse(args[0]), int.Parse(args[1]));
var queue = new BlockingCollection<string>();
var gate = new object();
int open = tasks;
using var host = new Host((worker, request) =>
{
    if (request == "another")
    {
        lock (gate)
        {
            open--;
            Monitor.PulseAll(gate);
        }
    }

    return queue.Take(worker.Gone);
});
for (int i = 1; i <= tasks; i++)
{
    queue.Add(i.ToString());
}

for (int k = 1; k <= workers; k++)
{
    host.Start("w" + k);
}

lock (gate)
{
    while (open > 0)
    {
        Monitor.Wait(gate);
    }
}

Console.WriteLine("all tasks done");
for (int k = 1; k <= workers; k++)
{
    queue.Add("end");
}

host.Join();
