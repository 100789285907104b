// mistake: needless-wait
// looks-right: yes
// So that the lines "do not get mixed" each worker prints both of its lines under one named mutex: while one is held at its first line the other can do nothing.
using System.Diagnostics;

if (args is ["--worker", var role, var text, var name])
{
    var n = long.Parse(text);
    using var console = new Mutex(false, name);
    console.WaitOne(); // <-- mistake
    Console.WriteLine(role == "square" ? n * n : n * n * n);
    Console.WriteLine(role == "square" ? "First processor is done" : "Second processor is done");
    console.ReleaseMutex();
    return;
}

var mutex = $"side-by-side-{Environment.ProcessId}";
using var square = Process.Start(Environment.ProcessPath!, ["--worker", "square", args[0], mutex]);
using var cube = Process.Start(Environment.ProcessPath!, ["--worker", "cube", args[0], mutex]);
await Task.WhenAll(square.WaitForExitAsync(), cube.WaitForExitAsync());
Console.WriteLine("Done!");
