// mistake: lost-item
// looks-right: no
// The producer's own streamwriter over its redirected stdout is neither flushed nor disposed, so the item never leaves the process.
using System.Diagnostics;

if (args is ["--worker", "producer", var message])
{
    var queue = new StreamWriter(Console.OpenStandardOutput());
    queue.WriteLine(message); // <-- mistake
    return 0;
}

if (args is ["--worker", "consumer"])
{
    Console.WriteLine(Console.ReadLine());
    return 0;
}

var p = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", args[0]]) { RedirectStandardOutput = true };
var c = new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true };
using Process producer = Process.Start(p)!;
using Process consumer = Process.Start(c)!;

consumer.StandardInput.WriteLine(producer.StandardOutput.ReadLine());
consumer.StandardInput.Close();

producer.WaitForExit();
consumer.WaitForExit();
return 0;
