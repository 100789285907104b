// mistake: lost-item
// looks-right: yes
// A background thread puts the item, and nobody waits for it: it dies with the producer. Mostly it is quick enough.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "producer", var message]:
        new Thread(() => Console.WriteLine(message)) { IsBackground = true }.Start(); // <-- mistake
        break;
    case ["--worker", "consumer"]:
        Console.WriteLine(Console.ReadLine());
        break;
    default:
        Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", args[0]]) { RedirectStandardOutput = true })!;
        Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;
        consumer.StandardInput.WriteLine(producer.StandardOutput.ReadLine());
        producer.WaitForExit();
        consumer.WaitForExit();
        break;
}
