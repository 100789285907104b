// mistake: needless-wait
// looks-right: yes
// Select starts nobody: without ToList each worker is started by the loop that joins it.
using System.Diagnostics;

if (args is ["--worker", _, var index, var count])
{
    Console.WriteLine($"cpu {index} of {count}");
}
else if (args is ["each"])
{
    var n = Environment.ProcessorCount;
    var workers = Enumerable.Range(0, n)
        .Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"cpu-{i}", $"{i}", $"{n}"]));
    foreach (var worker in workers)
    {
        worker.WaitForExit(); // <-- mistake
    }
}
else
{
    Console.WriteLine($"Number of CPU's in this computer are: {Environment.ProcessorCount}");
}
