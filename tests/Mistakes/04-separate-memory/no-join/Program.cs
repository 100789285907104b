// mistake: too-early
// looks-right: no
// Main looks at its list without waiting for the worker.
using System.Diagnostics;

static class Program
{
    static readonly List<long> Result = [];

    static void Main(string[] args)
    {
        if (args is ["--worker", _, .. var numbers])
        {
            Result.AddRange(numbers.Select(long.Parse).Select(n => n * n));
            Show("child");
            return;
        }

        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "squares", .. args]);
        Show("main"); // <-- mistake
        worker.WaitForExit();
    }

    static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(" ", Result))}");
}
