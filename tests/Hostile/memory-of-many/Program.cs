// hostile: failed memory-limit
// Main and its worker share 700 MB each, with nobody.
using System.Diagnostics;
using System.Runtime.InteropServices;

switch (args)
{
    case ["--worker", "square", var number]:
        Share();
        Console.WriteLine($"{long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("First processor is done");
        break;

    case ["--worker", "cube", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("Second processor is done");
        break;

    case [var number]:
        Share();
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

static unsafe void Share()
{
    const int readAndWrite = 3, sharedAndAnonymous = 0x21;
    nint size = 700 << 20;
    new Span<byte>((void*)mmap(0, size, readAndWrite, sharedAndAnonymous, -1, 0), (int)size).Fill(1);
}

[DllImport("libc")]
static extern nint mmap(nint address, nint size, int access, int kind, int file, nint offset);
