// hostile: failed process-limit
// One process, and threads without end.
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
            new Thread(() => Thread.Sleep(Timeout.Infinite), maxStackSize: 1 << 16).Start();
        }
}
