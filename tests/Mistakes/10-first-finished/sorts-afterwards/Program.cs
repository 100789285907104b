// mistake: needless-wait
// looks-right: yes
// Waits for all of them, then sorts by the time of their end.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    return;
}

var workers = args.Select(name => (name, process: Process.Start(Environment.ProcessPath!, ["--worker", name]))).ToList();
foreach (var (_, process) in workers)
{
    process.WaitForExit(); // <-- mistake
}

foreach (var (name, _) in workers.OrderBy(worker => worker.process.ExitTime))
{
    Console.WriteLine($"finished {name}");
}
