// mistake: needless-wait
// looks-right: yes
// Square is joined before cube is started: they never run at the same time.
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
    square.WaitForExit(); // <-- mistake
    using var cube = Start("cube", number);
    cube.WaitForExit();
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
