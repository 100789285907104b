using System.Diagnostics;

internal static class Worker
{
    public static async Task Run(string name, string count)
    {
        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, count]);
        await worker.WaitForExitAsync().ConfigureAwait(false);
    }
}
