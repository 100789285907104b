// hostile: failed file-limit
// Writes 2 GB to a file that it has deleted: no folder shows it.
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
        var file = new FileStream("hog", FileMode.Create, FileAccess.Write, FileShare.Delete);
        File.Delete("hog");
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < 2 << 10; i++)
        {
            file.Write(block);
        }

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
