// hostile: passed
// Leaves shared memory of System V behind, which stays when everybody is gone.
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

static void Share()
{
    const int create = 0x200, forMe = 0x180, size = 4_190_208;
    for (int i = 0; i < 8; i++)
    {
        _ = shmdt(shmat(shmget(0, size, create | forMe), 0, 0));
    }
}

[DllImport("libc")]
static extern int shmget(int key, nint size, int flags);

[DllImport("libc")]
static extern nint shmat(int segment, nint address, int flags);

[DllImport("libc")]
static extern int shmdt(nint address);
