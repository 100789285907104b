// mistake: too-early
// looks-right: yes
// Main waits for a word on the worker's standard error. The worker says it when it is through, not when it is over.
using System.Diagnostics;

if (args is ["--worker", "hello", var greeted])
{
    Console.WriteLine($"hello {greeted}");
    Console.WriteLine($"worker {Environment.ProcessId}");
    Console.Error.WriteLine("through");
    return;
}

Console.WriteLine($"main {Environment.ProcessId}");
using var worker = Process.Start(
    new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "hello", args[0]]) { RedirectStandardError = true })!;
Console.WriteLine($"started {worker.Id}");
worker.StandardError.ReadLine();
Console.WriteLine("joined"); // <-- mistake
worker.WaitForExit();
