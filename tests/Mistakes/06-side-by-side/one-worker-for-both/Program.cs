// mistake: wrong-process-count
// looks-right: yes
// One worker does the work of two.
using System.Diagnostics;

if (args is ["--worker", _, var given])
{
    var number = long.Parse(given);
    Console.WriteLine($"{number * number}");
    Console.WriteLine("First processor is done");
    Console.WriteLine($"{number * number * number}");
    Console.WriteLine("Second processor is done");
    return;
}

using var both = Process.Start(Environment.ProcessPath!, ["--worker", "square", args[0]]); // <-- mistake
both.WaitForExit();
Console.WriteLine("Done!");
