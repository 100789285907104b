using System.Diagnostics;

// Blocks on the event that the process object raises when its process has ended.
if (args is ["--worker", ..])
{
    new Worker(args[1], long.Parse(args[2])).Run();
    return;
}

foreach (var role in new[] { "square", "cube" })
{
    using var ended = new ManualResetEvent(false);
    using var worker = new Process { StartInfo = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", role, args[0]]), EnableRaisingEvents = true };
    worker.Exited += (_, _) => ended.Set();
    worker.Start();
    ended.WaitOne();
}

Console.WriteLine("Done");
