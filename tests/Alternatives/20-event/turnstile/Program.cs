// A mutex as a turnstile: main holds it until the event is set; after that everybody takes it and gives it back at once.
using System.Diagnostics;

if (args is ["--worker", _, var gate])
{
    using var turnstile = new Mutex(false, gate);
    Console.WriteLine("waiting");
    turnstile.WaitOne();
    turnstile.ReleaseMutex();
    Console.WriteLine("running");
    return 0;
}

var name = $"turnstile-{Guid.NewGuid():N}";
using var mutex = new Mutex(initiallyOwned: true, name);
var workers = Enumerable.Range(1, int.Parse(args[0])).Select(i => Start($"w{i}")).ToList();
Console.WriteLine("set");
mutex.ReleaseMutex();
workers.Add(Start("late"));
foreach (var worker in workers)
{
    worker.WaitForExit();
}

return 0;

Process Start(string worker) => Process.Start(Environment.ProcessPath!, ["--worker", worker, name]);
