using System.Diagnostics;

static class Program
{
    // One list in the source, but one for each process when the program runs.
    static readonly List<long> Result = [];

    static void Main(string[] args)
    {
        if (args is ["--worker", "squares", .. var numbers])
        {
            Squares(numbers);
        }
        else
        {
            StartSquares(args);
        }
    }

    static void StartSquares(string[] numbers)
    {
        // Your turn: let the worker fill its list, join it, then show the list that is here.
    }

    static void Squares(string[] numbers)
    {
        // Your turn: fill the list with the squares, show it.
    }

    static void Show(string who) => Console.WriteLine($"{who}: {(Result.Count == 0 ? "empty" : string.Join(' ', Result))}");
}
