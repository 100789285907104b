// mistake: hard-coded
// looks-right: no
// The tutorial's number is written down; the argument is not looked at.
using System.Diagnostics;

const long Number = 10; // <-- mistake

switch (args)
{
    case ["--worker", "square"]:
        Console.WriteLine($"{Number * Number}");
        Console.WriteLine("First processor is done");
        break;

    case ["--worker", "cube"]:
        Console.WriteLine($"{Number * Number * Number}");
        Console.WriteLine("Second processor is done");
        break;

    default:
        Run("square");
        Run("cube");
        Console.WriteLine("Done");
        break;
}

static void Run(string worker)
{
    using var process = Process.Start(Environment.ProcessPath!, ["--worker", worker]);
    process.WaitForExit();
}
