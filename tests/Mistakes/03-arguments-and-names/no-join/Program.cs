// mistake: orphan
// looks-right: yes
// Main is over before its worker.
using System.Diagnostics;

if (args is ["--worker", var me, .. var received])
{
    Show(me, received);
    return;
}

var name = args[0] == "-" ? "Process-1" : args[0];
using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, .. args[1..]]); // <-- mistake

static void Show(string name, string[] received)
{
    Console.WriteLine($"{name} got {received.Length} arguments");
    for (var i = 0; i < received.Length; i++)
    {
        Console.WriteLine($"{name} {i} [{received[i]}]");
    }
}
