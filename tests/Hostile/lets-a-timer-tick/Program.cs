// hostile: failed polling
// Never quiet and never busy: a timer ticks every millisecond, and nobody waits for it.
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

    case [_]:
        using (new Timer(_ => { }, null, 0, 1))
        {
            new ManualResetEvent(false).WaitOne();
        }

        break;
}
