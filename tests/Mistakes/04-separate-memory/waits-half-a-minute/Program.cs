// mistake: timed-wait
// looks-right: yes
// Half a minute is long enough, on this machine, today.
using System.Diagnostics;

internal static class Program
{
    private static readonly List<long> Result = [];

    private static void Main(string[] args)
    {
        if (args is ["--worker", "squares", .. var numbers])
        {
            Result.AddRange(numbers.Select(long.Parse).Select(n => n * n));
            Show("child");
            return;
        }

        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "squares", .. args]);
        worker.WaitForExit(30_000); // <-- mistake
        Show("main");
    }

    private static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(' ', Result))}");
}
