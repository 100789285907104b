// mistake: hard-coded
// looks-right: yes
// Counts the CPUs of the machine, as os.cpu_count() does: a program that may use fewer still sees them all.
using System.Diagnostics;

var count = File.ReadLines("/proc/cpuinfo").Count(line => line.StartsWith("processor")); // <-- mistake

if (args is ["--worker", _, var index])
{
    Console.WriteLine($"cpu {index} of {count}");
}
else if (args is ["each"])
{
    var workers = new List<Process>();
    for (var i = 0; i < count; i++)
    {
        workers.Add(Process.Start(Environment.ProcessPath!, ["--worker", $"cpu-{i}", $"{i}"]));
    }

    foreach (var worker in workers)
    {
        worker.WaitForExit();
    }
}
else
{
    Console.WriteLine($"Number of CPU's in this computer are: {count}");
}
