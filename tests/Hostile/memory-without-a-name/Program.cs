// hostile: failed memory-limit
// 3 GB of memory that is an open file without a name, and no page of any process.
using System.Diagnostics;
using System.Runtime.InteropServices;

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
        int file = memfd_create("hog", 0);
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < 3 << 10; i++)
        {
            _ = write(file, block, block.Length);
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

[DllImport("libc")]
static extern int memfd_create(string name, uint flags);

[DllImport("libc")]
static extern nint write(int file, byte[] bytes, nint count);
