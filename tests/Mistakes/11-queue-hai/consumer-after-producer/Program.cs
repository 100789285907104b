// mistake: needless-wait
// looks-right: yes
// The consumer is started when the producer has ended: `get` has never to wait, and the two never run side by side.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "producer", var message]:
        Console.WriteLine(message);
        break;
    case ["--worker", "consumer"]:
        Console.WriteLine(Console.ReadLine());
        break;
    default:
        Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", args[0]]) { RedirectStandardOutput = true })!;
        string item = producer.StandardOutput.ReadLine()!;
        producer.WaitForExit(); // <-- mistake
        Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;
        consumer.StandardInput.WriteLine(item);
        consumer.WaitForExit();
        break;
}
