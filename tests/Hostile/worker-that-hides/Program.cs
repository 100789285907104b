// hostile: failed orphan leftovers wrong-process-count wrong-parent
// A worker in another session, with an empty environment and without a parent, outlives main.
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

    case ["--worker", "hidden"]:
        new ManualResetEvent(false).WaitOne();
        break;

    case [var number]:
        Process.Start("/bin/sh", ["-c", $"env -i /usr/bin/setsid -f '{Environment.ProcessPath}' --worker hidden </dev/null >/dev/null 2>&1"]).WaitForExit();
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
