// mistake: wrong-output
// looks-right: no
// Main says the number in front of the workers too, though it has nothing to print there.
using System.Diagnostics;

if (args is ["--worker", _, var index, var count])
{
    Console.WriteLine($"cpu {index} of {count}");
    return;
}

var n = Environment.ProcessorCount;
Console.WriteLine($"Number of CPU's in this computer are: {n}"); // <-- mistake
if (args is ["each"])
{
    var workers = Enumerable.Range(0, n)
        .Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"cpu-{i}", $"{i}", $"{n}"]))
        .ToList();
    workers.ForEach(worker => worker.WaitForExit());
}
