// hostile: failed
// Closes the descriptor that it prints to.
using System.Diagnostics;
using System.Runtime.InteropServices;

switch (args)
{
    case ["--worker", "square", var number]:
        _ = Libc.Close(1);
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

internal static partial class Libc
{
    [DllImport("libc", EntryPoint = "close")]
    public static extern int Close(int file);
}
