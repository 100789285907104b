// mistake: fixed-name
// looks-right: yes
// The lock has the same name in every run: two runs at once wait for each other.
using System.Diagnostics;

using var mutex = new Mutex(false, "my-lock"); // <-- mistake

if (args is ["--worker", ..])
{
    try
    {
        mutex.WaitOne();
    }
    catch (AbandonedMutexException)
    {
    }

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
