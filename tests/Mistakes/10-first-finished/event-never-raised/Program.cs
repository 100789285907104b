// mistake: deadlock
// looks-right: no
// Without EnableRaisingEvents the event Exited is never raised: main waits for ever.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    return;
}

using var left = new CountdownEvent(args.Length);
foreach (var name in args)
{
    var worker = new Process { StartInfo = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) };
    worker.Exited += (_, _) =>
    {
        Console.WriteLine($"finished {name}");
        left.Signal();
    };
    worker.Start();
}

left.Wait(); // <-- mistake
