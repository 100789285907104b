// hostile: failed leftovers
// Leaves a folder that nobody but root can open, with a file in it.
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
        var shut = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "shut", "inner")).FullName;
        File.WriteAllText(Path.Combine(shut, "file"), "");
        File.SetUnixFileMode(shut, UnixFileMode.None);
        File.SetUnixFileMode(Path.GetDirectoryName(shut)!, UnixFileMode.None);
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
