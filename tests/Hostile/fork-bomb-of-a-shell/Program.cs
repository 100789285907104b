// hostile: failed process-limit wrong-process-count
// A shell starts programs that know nothing of the grader: 150 of them.
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
        Process.Start("/bin/sh", ["-c", "i=0; while [ $i -lt 150 ]; do sleep 25 & i=$((i+1)); done; wait"]).WaitForExit();
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
