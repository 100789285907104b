// mistake: not-a-process
// looks-right: yes
// With no number main says child: empty itself, and starts nobody.
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
        }
        else if (args.Length == 0)
        {
            Show("child"); // <-- mistake
            Show("main");
        }
        else
        {
            using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "squares", .. args]);
            worker.WaitForExit();
            Show("main");
        }
    }

    static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(" ", Result))}");
}
