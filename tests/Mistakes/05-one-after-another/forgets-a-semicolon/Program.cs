// mistake: does-not-compile
// looks-right: no
// A semicolon is missing, so there is no program to play.
using System.Diagnostics;

if (args is ["--worker", var name, var number])
{
    var n = long.Parse(number);
    Console.WriteLine($"{(name == "square" ? n * n : n * n * n)}");
    Console.WriteLine(name == "square" ? "First processor is done" : "Second processor is done");
    return;
}

foreach (var worker in new[] { "square", "cube" })
{
    using var process = Process.Start(Environment.ProcessPath!, ["--worker", worker, args[0]]);
    process.WaitForExit()   // <-- mistake
}

Console.WriteLine("Done");
