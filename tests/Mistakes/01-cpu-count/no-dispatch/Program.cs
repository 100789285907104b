// mistake: wrong-process-count
// looks-right: no
// The worker is not told apart from main: it sees `each` and starts workers of its own. (Here they stop at the first generation.)
using System.Diagnostics;

var n = Environment.ProcessorCount;
if (args.Contains("each"))
{
    var workers = new List<Process>();
    for (var i = 0; i < n && args.Length < 7; i++)
    {
        workers.Add(Process.Start(Environment.ProcessPath!, ["--worker", $"cpu-{i}", .. args, $"{i}"])); // <-- mistake
    }

    workers.ForEach(worker => worker.WaitForExit());
    if (args is [.., var index] && index != "each")
    {
        Console.WriteLine($"cpu {index} of {n}");
    }
}
else
{
    Console.WriteLine($"Number of CPU's in this computer are: {n}");
}
