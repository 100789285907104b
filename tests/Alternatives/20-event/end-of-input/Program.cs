// The end of a stream is an event that stays set: main closes the standard input of all its workers.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("waiting");
    Console.In.ReadToEnd();
    Console.WriteLine("running");
    return 0;
}

var workers = new List<Process>();
for (var i = 1; i <= int.Parse(args[0]); i++)
{
    workers.Add(Start($"w{i}"));
}

Console.WriteLine("set");
workers.ForEach(worker => worker.StandardInput.Close());
workers.Add(Start("late"));
workers[^1].StandardInput.Close();
await Task.WhenAll(workers.Select(worker => worker.WaitForExitAsync()));
return 0;

static Process Start(string name) =>
    Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardInput = true })!;
