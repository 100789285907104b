// mistake: polling
// looks-right: yes
// Goes round the workers and asks each whether it is over, again and again.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    return;
}

var running = args.Select(name => (name, process: Process.Start(Environment.ProcessPath!, ["--worker", name]))).ToList();
while (running.Count > 0)
{
    foreach (var worker in running.Where(worker => worker.process.HasExited).ToList())
    {
        Console.WriteLine($"finished {worker.name}");
        running.Remove(worker);
    }

    Thread.Sleep(10); // <-- mistake
}
