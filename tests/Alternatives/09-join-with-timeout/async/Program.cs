using System.Diagnostics;

if (args.Length == 2 && args[0] == "--worker")
{
    Console.WriteLine("working");
    return 0;
}

using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "slow"]);
var end = worker.WaitForExitAsync();
try
{
    await end.WaitAsync(TimeSpan.FromMilliseconds(Math.Max(0, int.Parse(args[0]))));
}
catch (TimeoutException)
{
    Console.WriteLine("still running");
    await end;
}

Console.WriteLine($"finished {worker.ExitCode}");
return 0;
