// hostile: passed linux-6.12
// Would signal the process that started it, and open its pipes; a right program where that is refused, and else one that says so.
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
        {
            const int OnlyToTry = 0;
            if (Libc.Kill(Libc.Parent(), OnlyToTry) == 0)
            {
                Console.WriteLine("The grader can be signalled.");
            }

            try
            {
                using var pipe = File.OpenHandle($"/proc/{Libc.Parent()}/fd/0");
                Console.WriteLine("The grader's pipes can be reached.");
            }
            catch (UnauthorizedAccessException)
            {
            }
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

internal static partial class Libc
{
    [DllImport("libc", EntryPoint = "kill")]
    public static extern int Kill(int pid, int signal);

    [DllImport("libc", EntryPoint = "getppid")]
    public static extern int Parent();
}
