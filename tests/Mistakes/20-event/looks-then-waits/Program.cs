// mistake: deadlock
// looks-right: yes
// A worker looks whether the event is set, and only then begins to watch for it: what is set in between it never sees.
using System.Diagnostics;

if (args is ["--worker", _, var dir])
{
    var there = File.Exists(Path.Combine(dir, "set"));
    Console.WriteLine("waiting");
    if (!there)
    {
        using var watcher = new FileSystemWatcher(dir);
        watcher.WaitForChanged(WatcherChangeTypes.Created); // <-- mistake
    }
    Console.WriteLine("running");
    return 0;
}

var folder = Directory.CreateTempSubdirectory("kata20-").FullName;
var ps = new List<Process>();
for (int i = 1; i <= int.Parse(args[0]); i++)
{
    ps.Add(Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", folder]));
}

Console.WriteLine("set");
File.Create(Path.Combine(folder, "set")).Dispose();
ps.Add(Process.Start(Environment.ProcessPath!, ["--worker", "late", folder]));
ps.ForEach(worker => worker.WaitForExit());
Directory.Delete(folder, true);
return 0;
