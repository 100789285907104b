// mistake: too-early
// looks-right: yes
// Handlers print the lines, and main waits for the workers alone: it may be gone before the last handler has printed.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    return;
}

var workers = new List<Process>();
foreach (string name in args)
{
    var worker = new Process { StartInfo = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]), EnableRaisingEvents = true };
    worker.Exited += (_, _) => Console.WriteLine($"finished {name}");
    worker.Start();
    workers.Add(worker);
}

workers.ForEach(worker => worker.WaitForExit()); // <-- mistake
