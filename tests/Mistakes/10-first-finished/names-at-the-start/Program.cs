// mistake: too-early
// looks-right: yes
// The line is printed when the worker has been started, not when it has ended.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    return;
}

var workers = new List<Process>();
foreach (var name in args)
{
    workers.Add(Process.Start(Environment.ProcessPath!, ["--worker", name]));
    Console.WriteLine($"finished {name}"); // <-- mistake
}

workers.ForEach(worker => worker.WaitForExit());
