// hostile: failed memory-limit
// Takes 2 GB, and touches each page.
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
        var taken = new List<byte[]>();
        for (var i = 0; i < 32; i++)
        {
            taken.Add(GC.AllocateUninitializedArray<byte>(64 << 20));
            taken[i].AsSpan().Fill(1);
        }

        GC.KeepAlive(taken);
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
