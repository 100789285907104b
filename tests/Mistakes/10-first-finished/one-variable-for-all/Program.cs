// mistake: crashed
// looks-right: no
// All handlers share the loop's variable, which stands behind the last name when the workers end.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    return;
}

using var left = new CountdownEvent(args.Length);
for (var i = 0; i < args.Length; i++)
{
    var worker = new Process
    {
        StartInfo = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", args[i]]),
        EnableRaisingEvents = true,
    };
    worker.Exited += (_, _) =>
    {
        Console.WriteLine($"finished {args[i]}"); // <-- mistake
        left.Signal();
    };
    worker.Start();
}

left.Wait();
