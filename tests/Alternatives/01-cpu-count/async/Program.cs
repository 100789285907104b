using System.Diagnostics;

// A task for each worker; the worker counts the CPUs itself, for it inherits what main may use.
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var count = Environment.ProcessorCount;
        if (args.Length > 0 && args[0] == "--worker")
        {
            Console.WriteLine($"cpu {args[1]["cpu-".Length..]} of {count}");
        }
        else if (args.Length > 0 && args[0] == "each")
        {
            await Task.WhenAll(Enumerable.Range(0, count).Select(RunWorker));
        }
        else
        {
            Console.WriteLine("Number of CPU's in this computer are: " + count);
        }
    }

    private static async Task RunWorker(int index)
    {
        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", $"cpu-{index}"]);
        await worker.WaitForExitAsync();
    }
}
