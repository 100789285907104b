// mistake: too-early
// looks-right: yes
// The consumer is told the message at its start. What goes through the queue is only the sign that it may print it.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "producer"]:
        Console.WriteLine("now"); // to main
        break;
    case ["--worker", "consumer", var message]:
        Console.ReadLine();
        Console.WriteLine(message);
        break;
    default:
        Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer"]) { RedirectStandardOutput = true })!;
        Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer", args[0]]) { RedirectStandardInput = true })!; // <-- mistake
        consumer.StandardInput.WriteLine(producer.StandardOutput.ReadLine());
        producer.WaitForExit();
        consumer.WaitForExit();
        break;
}
