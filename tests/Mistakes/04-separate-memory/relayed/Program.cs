// mistake: relayed-output
// looks-right: yes
// Main catches the worker's line and prints it itself.
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

        using var worker = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "squares", .. args]) { RedirectStandardOutput = true })!;
        var line = worker.StandardOutput.ReadToEnd().Trim();
        worker.WaitForExit();
        Console.WriteLine(line); // <-- mistake
        Show("main");
    }

    static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(" ", Result))}");
}
