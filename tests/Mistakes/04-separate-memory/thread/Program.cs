// mistake: not-a-process
// looks-right: no
// A thread shares main's memory: afterwards main's list is full.
static class Program
{
    static readonly List<long> Result = [];

    static void Main(string[] args)
    {
        var squares = new Thread(() =>
        {
            Result.AddRange(args.Select(long.Parse).Select(n => n * n));
            Show("child"); // <-- mistake
        });
        squares.Start();
        squares.Join();
        Show("main");
    }

    static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(" ", Result))}");
}
