// mistake: needless-wait
// looks-right: yes
// The workers are joined in the order of their starts: a slow first one holds up the news of the others.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    return;
}

var workers = args.Select(name => (name, process: Process.Start(Environment.ProcessPath!, ["--worker", name]))).ToList();
foreach (var (name, process) in workers)
{
    process.WaitForExit(); // <-- mistake
    Console.WriteLine($"finished {name}");
}
