// mistake: needless-wait
// looks-right: yes
// WhenAny is asked once: the first is named at once, the others in the order of their starts.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    return;
}

var workers = args.Select(name => (name, process: Process.Start(Environment.ProcessPath!, ["--worker", name]))).ToList();
var ends = workers.Select(worker => worker.process.WaitForExitAsync()).ToList();
if (ends.Count > 0)
{
    var first = ends.IndexOf(await Task.WhenAny(ends));
    Console.WriteLine($"finished {workers[first].name}");
    workers.RemoveAt(first);
}

foreach (var (name, process) in workers)
{
    process.WaitForExit(); // <-- mistake
    Console.WriteLine($"finished {name}");
}
