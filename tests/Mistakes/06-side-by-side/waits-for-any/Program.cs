// mistake: too-early
// looks-right: yes
// WaitAny comes back when the first of the two is over.
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
    using var square = Start("square", number);
    using var cube = Start("cube", number);
    Task.WaitAny(square.WaitForExitAsync(), cube.WaitForExitAsync());
    Console.WriteLine("Done!"); // <-- mistake
    square.WaitForExit();
    cube.WaitForExit();
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
