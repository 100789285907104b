// mistake: needless-wait
// looks-right: yes
// One loop that starts and joins: each worker is over before the next one begins.
using System.Diagnostics;

if (args is ["--worker", _, var index, var count])
{
    Console.WriteLine($"cpu {index} of {count}");
}
else if (args is ["each"])
{
    var n = Environment.ProcessorCount;
    for (var i = 0; i < n; i++)
    {
        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", $"cpu-{i}", $"{i}", $"{n}"]);
        worker.WaitForExit(); // <-- mistake
    }
}
else
{
    Console.WriteLine($"Number of CPU's in this computer are: {Environment.ProcessorCount}");
}
