using System.Collections.Concurrent;
using System.Diagnostics;
// A feeder thread sends what has been put, as Python's Queue does; the pipe is the producer's standard error.
if (args is ["--worker", "producer", var count])
{
    var queue = new BlockingCollection<string>();
    var feeder = new Thread(() => { foreach (string s in queue.GetConsumingEnumerable()) Console.Error.WriteLine(s); });
    feeder.Start();
    for (int i = 1; i <= int.Parse(count); i++) { queue.Add($"{i}"); Console.WriteLine($"put {i}"); }
    queue.Add("end");
    queue.CompleteAdding();
    return 0;      // the feeder is a foreground thread
}
if (args is ["--worker", "consumer"])
{
    while (Console.ReadLine() is { } s)
    {
        if (s == "end") { Console.WriteLine("no more"); return 0; }
        Console.WriteLine($"got {s}");
    }
    return 3;
}
var c = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;
var p = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", args[0]]) { RedirectStandardError = true })!;
while (p.StandardError.ReadLine() is { } line) { try { c.StandardInput.WriteLine(line); c.StandardInput.Flush(); } catch (IOException) { } }
try { c.StandardInput.Close(); } catch (IOException) { }
p.WaitForExit();
c.WaitForExit();
return c.ExitCode == 0 ? 0 : 1;
