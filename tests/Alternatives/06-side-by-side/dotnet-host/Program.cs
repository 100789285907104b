using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

// The worker is the same program, started as `dotnet <its own dll>`.
if (args is ["--worker", var role, var given])
{
    var n = long.Parse(given);
    Console.WriteLine(role == "square" ? $"{n * n}" : $"{n * n * n}");
    Thread.Sleep(20); // pretended work
    Console.WriteLine(role == "square" ? "First processor is done" : "Second processor is done");
    return 0;
}

var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
var dll = Assembly.GetExecutingAssembly().Location;
var cube = Process.Start(host, [dll, "--worker", "cube", args[0]]);
var square = Process.Start(host, [dll, "--worker", "square", args[0]]);
cube.WaitForExit();
square.WaitForExit();
Console.WriteLine("Done!");
return cube.ExitCode | square.ExitCode;
