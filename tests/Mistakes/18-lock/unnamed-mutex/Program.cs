// mistake: too-early
// looks-right: yes
// A mutex, but without a name: it is known in one process only.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    using var mutex = new Mutex(); // <-- mistake
    mutex.WaitOne();
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    mutex.ReleaseMutex();
    return 0;
}

var workers = Enumerable.Range(1, int.Parse(args[0])).Select(i => Start($"w{i}")).ToList();
workers.ForEach(worker => worker.WaitForExit());
return workers.All(worker => worker.ExitCode == 0) ? 0 : 1;

static Process Start(string name, params string[] told) =>
    Process.Start(Environment.ProcessPath!, ["--worker", name, .. told]);
