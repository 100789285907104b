// hostile: passed
// A right program whose workers get an empty environment.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "square", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("First processor is done");
        break;

    case ["--worker", "cube", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("Second processor is done");
        break;

    case [var number]:
        Run("square", number);
        Run("cube", number);
        Console.WriteLine("Done");
        break;
}

static void Run(string worker, string number)
{
    using var process = Process.Start(Bare(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", worker, number])));
    process.WaitForExit();
}

static ProcessStartInfo Bare(ProcessStartInfo start)
{
    start.Environment.Clear();
    return start;
}
