using System.Diagnostics;

switch (args)
{
    case ["--worker", "square", var number]:
        PrintSquare(long.Parse(number));
        break;

    case ["--worker", "cube", var number]:
        PrintCube(long.Parse(number));
        break;

    case [var number]:
        SideBySide(number);
        break;
}

static void SideBySide(string number)
{
    // Your turn: square and cube at the same time; "Done!" when both are over.
    #region solution
    using var square = Start("square", number);
    using var cube = Start("cube", number);

    // The order of the joins does not matter: whoever is over already is joined at once.
    square.WaitForExit();
    cube.WaitForExit();

    Console.WriteLine("Done!");
    #endregion
}

static Process Start(string worker, string number) =>
    Process.Start(Environment.ProcessPath!, ["--worker", worker, number]);

static void PrintSquare(long number)
{
    Console.WriteLine($"{number * number}");
    Console.WriteLine("First processor is done");
}

static void PrintCube(long number)
{
    Console.WriteLine($"{number * number * number}");
    Console.WriteLine("Second processor is done");
}
