// mistake: timed-wait
// looks-right: yes
// Joins with a time-out: after a second main goes on, over or not.
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
    square.WaitForExit(1000); // <-- mistake
    cube.WaitForExit(1000);
    Console.WriteLine("Done!");
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
