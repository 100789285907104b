// A System V semaphore. With the undo flag the kernel itself gives back what a dying process has taken.
using System.Diagnostics;

if (args is ["--worker", _, var id])
{
    var places = new KernelSemaphore(int.Parse(id));
    places.Take();
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    places.GiveBack();
    return 0;
}

var all = KernelSemaphore.Create(int.Parse(args[0]));
try
{
    var workers = Enumerable.Range(1, int.Parse(args[1]))
        .Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", all.Id.ToString()]))
        .ToList();
    workers.ForEach(worker => worker.WaitForExit());
    return workers.TrueForAll(worker => worker.ExitCode == 0) ? 0 : 1;
}
finally
{
    all.Remove();
}
