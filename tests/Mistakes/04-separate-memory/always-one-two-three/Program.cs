// mistake: hard-coded
// looks-right: yes
// The tutorial's numbers are written down; the arguments are not looked at.
using System.Diagnostics;

static class Program
{
    static readonly List<long> Result = [];

    static void Main(string[] args)
    {
        if (args is ["--worker", ..])
        {
            Result.AddRange([1, 4, 9]); // <-- mistake
            Show("child");
            return;
        }

        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "squares"]);
        worker.WaitForExit();
        Show("main");
    }

    static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(" ", Result))}");
}
