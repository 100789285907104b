using System.Diagnostics;

// Blocking reads in a loop, a thread for each of the two pipes, and nothing is kept but the count.
if (args is ["--worker", "big", var size])
{
    var both = new[] { Console.Error, Console.Out };
    foreach (TextWriter writer in both)
    {
        writer.Write(new string('#', int.Parse(size)));
    }

    return;
}

var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
start.ArgumentList.Add("--worker");
start.ArgumentList.Add("big");
start.ArgumentList.Add(args[0]);
using var big = new Process { StartInfo = start };
big.Start();

long error = 0;
var thread = new Thread(() => error = Count(big.StandardError));
thread.Start();
long output = Count(big.StandardOutput);
thread.Join();
big.WaitForExit();
Console.WriteLine($"received {output} and {error}");
Console.WriteLine($"exit {big.ExitCode}");

static long Count(StreamReader reader)
{
    char[] buffer = new char[8192];
    long count = 0;
    for (int some; (some = reader.Read(buffer)) > 0;)
    {
        count += some;
    }

    return count;
}
