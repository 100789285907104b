// mistake: too-early
// looks-right: yes
// A lock statement in each worker: every process has an object, and a lock, of its own.
using System.Diagnostics;

var gate = new object();

if (args is ["--worker", ..])
{
    lock (gate) // <-- mistake
    {
        Console.WriteLine("enter");
        Console.WriteLine("leave");
    }

    return 0;
}

var workers = Enumerable.Range(1, int.Parse(args[0])).Select(i => Start($"w{i}")).ToList();
workers.ForEach(worker => worker.WaitForExit());
return workers.All(worker => worker.ExitCode == 0) ? 0 : 1;

static Process Start(string name, params string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);
