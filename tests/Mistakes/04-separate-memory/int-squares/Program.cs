// mistake: crashed
// looks-right: yes
// An int holds no 3000000000: Parse throws, and nobody catches.
using System.Diagnostics;

static class Program
{
    static readonly List<long> Result = [];

    static void Main(string[] args)
    {
        if (args is ["--worker", _, .. var numbers])
        {
            foreach (var number in numbers)
            {
                var n = int.Parse(number); // <-- mistake
                Result.Add(n * n);
            }

            Show("child");
            return;
        }

        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "squares", .. args]);
        worker.WaitForExit();
        Show("main");
    }

    static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(" ", Result))}");
}
