// mistake: relayed-output
// looks-right: yes
// The workers' output is caught, and main prints it.
using System.Diagnostics;

if (args is ["--worker", _, var index, var count])
{
    Console.WriteLine($"cpu {index} of {count}");
}
else if (args is ["each"])
{
    var n = Environment.ProcessorCount;
    var workers = Enumerable.Range(0, n)
        .Select(i => Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["--worker", $"cpu-{i}", $"{i}", $"{n}"]) { RedirectStandardOutput = true })!)
        .ToList();
    foreach (var worker in workers)
    {
        Console.WriteLine(worker.StandardOutput.ReadLine()); // <-- mistake
        worker.WaitForExit();
    }
}
else
{
    Console.WriteLine($"Number of CPU's in this computer are: {Environment.ProcessorCount}");
}
