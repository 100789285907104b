// mistake: hard-coded
// looks-right: no
// The number was looked up once and written down.
using System.Diagnostics;

const int Count = 4; // <-- mistake

if (args is ["--worker", _, var index])
{
    Console.WriteLine($"cpu {index} of {Count}");
}
else if (args is ["each"])
{
    var workers = Enumerable.Range(0, Count)
        .Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"cpu-{i}", $"{i}"]))
        .ToList();
    workers.ForEach(worker => worker.WaitForExit());
}
else
{
    Console.WriteLine($"Number of CPU's in this computer are: {Count}");
}
