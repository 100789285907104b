// hostile: failed process-limit
// Starts a small program, waits for it, and does so again and again: there are never many at a time.
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
        while (true)
        {
            using var next = Process.Start("true");
            next.WaitForExit();
        }
}
