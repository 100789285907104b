internal static class Child
{
    public static void Run(string[] numbers)
    {
        foreach (var number in numbers)
        {
            Results.Add(number);
        }

        Console.WriteLine($"child: {Results.InWords}");
    }
}

internal static class Results
{
    private static readonly Queue<long> Squares = new();

    public static string InWords => Squares.Count > 0 ? string.Join(" ", Squares) : "empty";

    public static void Add(string number) => Squares.Enqueue(long.Parse(number) * long.Parse(number));
}
