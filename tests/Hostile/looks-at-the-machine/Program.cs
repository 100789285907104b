// hostile: passed namespaces
// A right program, unless it sees other processes than its own, other runs, or what others keep in shared memory.
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
        foreach (var path in Directory.GetDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out var pid) && pid != Environment.ProcessId))
        {
            if (File.ReadAllText(path + "/cmdline").Contains("Grader.Cli", StringComparison.Ordinal))
            {
                Console.WriteLine($"sees {path}");
            }
        }

        foreach (var path in Directory.GetDirectories("/tmp", "kata*").SelectMany(Directory.GetFileSystemEntries).Where(path => !AppContext.BaseDirectory.StartsWith(path + "/", StringComparison.Ordinal)))
        {
            Console.WriteLine($"sees {path}");
        }

        Directory.GetFileSystemEntries("/dev/shm").ToList().ForEach(path => Console.WriteLine($"sees {path}"));
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
