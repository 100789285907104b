// mistake: hard-coded
// looks-right: yes
// The consumer waits for the item, and then prints the tutorial's word whatever came.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "producer", var message]:
        Console.WriteLine(message);
        break;
    case ["--worker", "consumer"]:
        Console.ReadLine();
        Console.WriteLine("Hai"); // <-- mistake
        break;
    default:
        Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", args[0]]) { RedirectStandardOutput = true })!;
        Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;
        consumer.StandardInput.WriteLine(producer.StandardOutput.ReadLine());
        producer.WaitForExit();
        consumer.WaitForExit();
        break;
}
