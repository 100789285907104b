// mistake: leftovers
// looks-right: yes
// The arguments travel in a temporary file, and nobody deletes it.
using System.Diagnostics;

if (args is ["--worker", var me, var path])
{
    var received = File.ReadAllLines(path);
    Console.WriteLine($"{me} got {received.Length} arguments");
    for (var i = 0; i < received.Length; i++)
    {
        Console.WriteLine($"{me} {i} [{received[i]}]");
    }

    return;
}

var file = Path.GetTempFileName(); // <-- mistake
File.WriteAllLines(file, args[1..]);
using var worker = Process.Start(Environment.ProcessPath!, ["--worker", args[0] == "-" ? "Process-1" : args[0], file]);
worker.WaitForExit();
