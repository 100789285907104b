// mistake: relayed-output
// looks-right: yes
// Main takes what the workers print and prints it itself, under a lock of its own.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    return 0;
}

var (k, n) = (int.Parse(args[0]), int.Parse(args[1]));
var places = new SemaphoreSlim(k);
var workers = Enumerable.Range(1, n).Select(i => Run($"w{i}")).ToList();
return (await Task.WhenAll(workers)).All(well => well) ? 0 : 1;

async Task<bool> Run(string name)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", name]) { RedirectStandardOutput = true };
    using var process = Process.Start(start)!;
    await places.WaitAsync();
    while (await process.StandardOutput.ReadLineAsync() is { } line)
    {
        Console.WriteLine(line); // <-- mistake
    }

    places.Release();
    await process.WaitForExitAsync();
    return process.ExitCode == 0;
}
