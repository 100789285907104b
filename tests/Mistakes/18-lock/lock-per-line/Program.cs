// mistake: too-early
// looks-right: yes
// Each line is printed under the lock, but in between it is given up: mostly the same worker gets it again, and nobody sees it.
using System.Diagnostics;

if (args is ["--worker", _, var path])
{
    using var gate = new FileLock(path);
    gate.Take();
    Console.WriteLine("enter");
    gate.GiveBack(); // <-- mistake
    gate.Take();
    Console.WriteLine("leave");
    gate.GiveBack();
    return 0;
}

var file = Path.GetTempFileName();
try
{
    var workers = Enumerable.Range(1, int.Parse(args[0]))
        .Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", file]))
        .ToArray();
    Array.ForEach(workers, worker => worker.WaitForExit());
    return Array.TrueForAll(workers, worker => worker.ExitCode == 0) ? 0 : 1;
}
finally
{
    File.Delete(file);
}
