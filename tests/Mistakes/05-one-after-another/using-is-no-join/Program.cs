// mistake: too-early
// looks-right: no
// A using closes the handle at its end. It does not wait for the process.
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
    using (Start("square", number))
    {
    }

    using (Start("cube", number)) // <-- mistake
    {
    }

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
