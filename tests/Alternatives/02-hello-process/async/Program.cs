using System.Diagnostics;

// The join is under way before `started` is printed; only its end is awaited afterwards.
internal static class Program
{
    private static Task Main(string[] args) => args.FirstOrDefault() == "--worker" ? Hello(args[2]) : Parent(args[0]);

    private static async Task Parent(string name)
    {
        await Say($"main {Environment.ProcessId}");
        using var worker = new Process();
        worker.StartInfo.FileName = Environment.ProcessPath!;
        foreach (var argument in new[] { "--worker", "hello", name })
        {
            worker.StartInfo.ArgumentList.Add(argument);
        }

        worker.Start();
        var end = worker.WaitForExitAsync();
        await Say($"started {worker.Id}");
        await end;
        await Say("joined");
    }

    private static async Task Hello(string name)
    {
        await Say($"hello {name}");
        await Say($"worker {Environment.ProcessId}");
    }

    private static Task Say(string line) => Task.Run(() => Console.WriteLine(line));
}
