// mistake: wrong-process-count
// looks-right: no
// Main starts a new worker for each task.
using Katas.Toolkit;

if (args is ["--worker", _, var task])
{
    Console.WriteLine($"task {task}");
    return;
}

using var host = new Host((worker, request) => "");
for (int i = 1; i <= int.Parse(args[1]); i++)
{
    host.Start($"w{i}", $"{i}"); // <-- mistake
}

host.Join();
Console.WriteLine("all tasks done");
