// mistake: too-early
// looks-right: yes
// Each line is printed in a place, but in between it is given up: mostly the same worker gets it again, and nobody sees it.
using System.Diagnostics;

if (args is ["--worker", _, var id])
{
    var places = new KernelSemaphore(int.Parse(id));
    places.Take();
    Console.WriteLine("enter");
    places.GiveBack(); // <-- mistake
    places.Take();
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
