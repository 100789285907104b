// mistake: wrong-output
// looks-right: no
// Math.Pow computes in double, so squares beyond 2^53 lose their last digits although they fit a long (3037000499, say).
using System.Diagnostics;

if (args is ["--worker", "squares", .. var numbers])
{
    foreach (var number in numbers)
    {
        Shared.Result.Add((long)Math.Pow(long.Parse(number), 2)); // <-- mistake
    }

    Shared.Show("child");
    return;
}

using var worker = Process.Start(Environment.ProcessPath!, ["--worker", "squares", .. args]);
await worker.WaitForExitAsync();
Shared.Show("main");

static class Shared
{
    public static readonly List<long> Result = [];

    public static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(' ', Result))}");
}
