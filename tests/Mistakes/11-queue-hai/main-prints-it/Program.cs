// mistake: relayed-output
// looks-right: yes
// The consumer's line goes back to main, and main prints it.
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
        Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true, // <-- mistake
        })!;
        consumer.StandardInput.WriteLine(producer.StandardOutput.ReadLine());
        Console.WriteLine(consumer.StandardOutput.ReadLine());
        producer.WaitForExit();
        consumer.WaitForExit();
        break;
}
