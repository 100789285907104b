// mistake: timed-wait
// looks-right: yes
// A join with a time-out goes on when the time is over, whether the worker is or not.
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
        OneAfterAnother(number);
        break;
}

static void OneAfterAnother(string number)
{
    using var square = Start("square", number);
    square.WaitForExit(500); // <-- mistake
    using var cube = Start("cube", number);
    cube.WaitForExit(500);
    Console.WriteLine("Done");
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
