// hostile: failed leftovers
// Two forks, a session of its own, an empty environment, another folder, no open stream, and again for each of its children.
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
        Process.Start("/bin/sh", ["-c", "cd / && (env -i /usr/bin/setsid -f /bin/sh -c 'env -i /usr/bin/setsid -f /bin/sleep 25; env -i /usr/bin/setsid -f /bin/sleep 25' &) </dev/null >/dev/null 2>&1"]).WaitForExit();
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
