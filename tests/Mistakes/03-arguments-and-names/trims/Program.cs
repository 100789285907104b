// mistake: wrong-output
// looks-right: yes
// Blanks at the edges are thought to be worthless.
using System.Diagnostics;

if (args is ["--worker", var me, .. var received])
{
    Show(me, received);
    return;
}

var name = args[0] == "-" ? "Process-1" : args[0];
using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, .. args[1..].Select(arg => arg.Trim())]); // <-- mistake
worker.WaitForExit();

static void Show(string name, string[] received)
{
    Console.WriteLine($"{name} got {received.Length} arguments");
    for (var i = 0; i < received.Length; i++)
    {
        Console.WriteLine($"{name} {i} [{received[i]}]");
    }
}
