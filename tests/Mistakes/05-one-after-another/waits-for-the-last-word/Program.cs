// mistake: too-early
// looks-right: yes
// Each worker says on standard error that it is through, and main takes that for its end.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "square", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("First processor is done");
        Console.Error.WriteLine("through");
        break;

    case ["--worker", "cube", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("Second processor is done");
        Console.Error.WriteLine("through");
        break;

    case [var number]:
        using (var square = Start("square", number))
        {
            square.StandardError.ReadLine();
            using var cube = Start("cube", number); // <-- mistake
            cube.StandardError.ReadLine();
            Console.WriteLine("Done");
            square.WaitForExit();
            cube.WaitForExit();
        }

        break;
}

static Process Start(string worker, string number) =>
    Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", worker, number]) { RedirectStandardError = true })!;
