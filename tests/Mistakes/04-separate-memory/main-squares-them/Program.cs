// mistake: not-a-process
// looks-right: yes
// Main computes the squares and hands them over. The worker only shows them.
using System.Diagnostics;

internal static class Program
{
    private static readonly List<long> Result = [];

    private static void Main(string[] args)
    {
        if (args is ["--worker", "squares", .. var squares])
        {
            Result.AddRange(squares.Select(long.Parse));
            Show("child");
            return;
        }

        IEnumerable<long> numbers = args.Select(long.Parse);
        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "squares", .. numbers.Select(n => $"{n * n}")]); // <-- mistake
        worker.WaitForExit();
        Show("main");
    }

    private static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(' ', Result))}");
}
