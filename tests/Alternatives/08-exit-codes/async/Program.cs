using System.Diagnostics;

// Asynchronous; the workers end in other ways than by returning from Main.
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["--worker", _, var order])
        {
            Obey(order);
        }

        var failed = 0;
        foreach (var (i, spec) in args.Index())
        {
            var code = await Run($"w{i + 1}", spec);
            Console.WriteLine($"w{i + 1} {Verdict(code)}");
            failed += Math.Min(code, 1);
        }

        return failed;
    }

    private static async Task<int> Run(string name, string spec)
    {
        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, spec]);
        if (spec == "hang")
        {
            worker.Kill(entireProcessTree: true);
        }

        await worker.WaitForExitAsync();
        return worker.ExitCode;
    }

    private static string Verdict(int code) =>
        code <= 128 ? $"exit {code}" : code == 128 + 6 ? "crashed" : code == 128 + 9 ? "killed" : $"signal {code - 128}";

    private static void Obey(string order)
    {
        if (order == "boom")
        {
            // An exception that nobody catches ends the process, whichever thread it is thrown in.
            var thread = new Thread(() => throw new TimeoutException("boom"));
            thread.Start();
            thread.Join();
        }
        else if (order == "hang")
        {
            new ManualResetEvent(false).WaitOne();
        }

        Console.WriteLine($"leaving with {order}");
        Environment.Exit(int.Parse(order));
    }
}
