// mistake: needless-wait
// looks-right: yes
// Main waits for a place before it starts the next worker: at most k of them exist, and a place is free only when one has ended.
using System.Diagnostics;

if (args is ["--worker", ..])
{
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    return 0;
}

var (k, n) = (int.Parse(args[0]), int.Parse(args[1]));
var places = new SemaphoreSlim(k);
var workers = new List<Task<bool>>();
for (var i = 1; i <= n; i++)
{
    places.Wait(); // <-- mistake
    workers.Add(Run($"w{i}"));
}

return (await Task.WhenAll(workers)).All(well => well) ? 0 : 1;

async Task<bool> Run(string name)
{
    using var process = Process.Start(Environment.ProcessPath!, ["--worker", name]);
    await process.WaitForExitAsync();
    places.Release();
    return process.ExitCode == 0;
}
