using System.Diagnostics;

// Nobody blocks a thread here; and the workers pretend to work, as the tutorial's do.
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["--worker", var role, var given])
        {
            await Work(role, long.Parse(given));
            return 0;
        }

        await Run("square", args[0]);
        await Run("cube", args[0]);
        Console.WriteLine("Done");
        return 0;
    }

    private static async Task Run(string role, string number)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        start.ArgumentList.Add("--worker");
        start.ArgumentList.Add(role);
        start.ArgumentList.Add(number);
        using var worker = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        await worker.WaitForExitAsync();
    }

    private static async Task Work(string role, long number)
    {
        var (result, ordinal) = role == "square" ? (number * number, "First") : (number * number * number, "Second");
        Console.WriteLine(result.ToString());
        await Task.Delay(50);
        Console.WriteLine($"{ordinal} processor is done");
    }
}
