// hostile: failed output-limit
// 32 MB on standard output, past the console.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "square", var number]:
        {
            using var output = Console.OpenStandardOutput();
            for (var i = 0; i < 32; i++)
            {
                output.Write(new byte[1 << 20]);
            }
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
