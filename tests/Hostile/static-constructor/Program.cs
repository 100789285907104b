// hostile: failed
// Throws before Main has begun.
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

internal static class Bomb
{
    static Bomb() => throw new InvalidOperationException("before Main");

    [ModuleInitializer]
    internal static void Touch() => RuntimeHelpers.RunClassConstructor(typeof(Bomb).TypeHandle);
}
