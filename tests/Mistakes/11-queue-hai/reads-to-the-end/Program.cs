// mistake: needless-wait
// looks-right: yes
// The consumer takes the end of the stream for the end of the item, so it waits for the producer's end.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "producer", var message]:
        Console.WriteLine(message);
        break;
    case ["--worker", "consumer"]:
        string all = Console.In.ReadToEnd(); // <-- mistake
        Console.WriteLine(all[..^1]);
        break;
    default:
        Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;
        Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", args[0]]) { RedirectStandardOutput = true })!;
        producer.StandardOutput.BaseStream.CopyTo(consumer.StandardInput.BaseStream);
        consumer.StandardInput.Close();
        producer.WaitForExit();
        consumer.WaitForExit();
        break;
}
