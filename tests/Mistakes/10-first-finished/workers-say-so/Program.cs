// mistake: wrong-output
// looks-right: yes
// Each worker says itself that it is finished. It cannot know: it is not over while it talks.
using System.Diagnostics;

if (args is ["--worker", var me])
{
    Console.WriteLine($"finished {me}"); // <-- mistake
    return;
}

var workers = args.Select(name => Process.Start(Environment.ProcessPath!, ["--worker", name])).ToList();
workers.ForEach(worker => worker.WaitForExit());
