// hostile: failed time-limit
// Gets on with something for ever: it reads a file that has no end.
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
        using (var zeros = File.OpenRead("/dev/zero"))
        {
            while (zeros.ReadByte() >= 0)
            {
            }
        }

        break;
}
