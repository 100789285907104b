// mistake: orphan
// looks-right: yes
// The variable remembers one worker: only the one that was started last is joined.
using System.Diagnostics;

if (args is ["--worker", _, var index, var count])
{
    Console.WriteLine($"cpu {index} of {count}");
}
else if (args is ["each"])
{
    var n = Environment.ProcessorCount;
    Process? worker = null;
    for (var i = 0; i < n; i++)
    {
        worker = Process.Start(Environment.ProcessPath!, ["--worker", $"cpu-{i}", $"{i}", $"{n}"]);
    }

    worker?.WaitForExit(); // <-- mistake
}
else
{
    Console.WriteLine($"Number of CPU's in this computer are: {Environment.ProcessorCount}");
}
