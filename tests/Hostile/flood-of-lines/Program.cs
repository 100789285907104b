// hostile: failed output-limit
// Lines of 60 000 characters, 100 of them.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "square", var number]:
        for (var i = 0; i < 100; i++)
        {
            Console.WriteLine(new string('x', 60_000));
        }
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
