// mistake: wrong-parent
// looks-right: yes
// The arguments survive the shell, but the worker is the shell's child.
using System.Diagnostics;

if (args is ["--worker", var me, .. var received])
{
    Show(me, received);
    return;
}

var name = args[0] == "-" ? "Process-1" : args[0];
using var shell = Process.Start("/bin/sh", ["-c", "\"$0\" --worker \"$@\"; exit $?", Environment.ProcessPath!, name, .. args[1..]]); // <-- mistake
shell.WaitForExit();

static void Show(string name, string[] received)
{
    Console.WriteLine($"{name} got {received.Length} arguments");
    for (var i = 0; i < received.Length; i++)
    {
        Console.WriteLine($"{name} {i} [{received[i]}]");
    }
}
