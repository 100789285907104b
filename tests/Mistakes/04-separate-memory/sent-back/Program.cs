// mistake: wrong-output
// looks-right: no
// The squares come back over standard error, and main puts them into its own list.
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
            Result.ForEach(square => Console.Error.WriteLine(square));
            return;
        }

        using var worker = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "squares", .. args]) { RedirectStandardError = true })!;
        while (worker.StandardError.ReadLine() is { } square)
        {
            Result.Add(long.Parse(square));
        }

        worker.WaitForExit();
        Show("main"); // <-- mistake
    }

    static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(" ", Result))}");
}
