// mistake: wrong-output
// looks-right: no
// Quotes around each argument do not help an argument that holds a quote, or ends with a backslash.
using System.Diagnostics;

if (args is ["--worker", var me, .. var received])
{
    Show(me, received);
    return;
}

var name = args[0] == "-" ? "Process-1" : args[0];
var quoted = args[1..].Select(arg => $"\"{arg}\"");
using var worker = Process.Start(Environment.ProcessPath!, $"--worker {name} {string.Join(' ', quoted)}"); // <-- mistake
worker.WaitForExit();

static void Show(string name, string[] received)
{
    Console.WriteLine($"{name} got {received.Length} arguments");
    for (var i = 0; i < received.Length; i++)
    {
        Console.WriteLine($"{name} {i} [{received[i]}]");
    }
}
