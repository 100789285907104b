// mistake: wrong-exit-code
// looks-right: yes
// The worker returns how many arguments came, and main hands that on.
using System.Diagnostics;

if (args is ["--worker", var me, .. var received])
{
    Show(me, received);
    return 0;
}

using var worker = Process.Start(Environment.ProcessPath!, ["--worker", args[0] == "-" ? "Process-1" : args[0], .. args[1..]]);
worker.WaitForExit();
return args.Length - 1; // <-- mistake

static void Show(string name, string[] received)
{
    Console.WriteLine($"{name} got {received.Length} arguments");
    for (var i = 0; i < received.Length; i++)
    {
        Console.WriteLine($"{name} {i} [{received[i]}]");
    }
}
