using System.Collections.Concurrent;
using System.Diagnostics;

// As Python does it: `put` only hands the item to a feeder thread of the producer, and the process does not end before the feeder has
// written everything (a foreground thread keeps it alive). On main's side a thread receives and another one sends.
if (args is ["--worker", "producer", _])
{
    var buffer = new BlockingCollection<string>();
    var feeder = new Thread(() =>
    {
        foreach (string item in buffer.GetConsumingEnumerable())
        {
            Console.Out.WriteLine(item);
        }
    });
    feeder.Start();
    buffer.Add(args[2]);
    buffer.CompleteAdding();
}
else if (args is ["--worker", "consumer"])
{
    var received = new BlockingCollection<string>();
    new Thread(() => received.Add(Console.In.ReadLine()!)) { IsBackground = true }.Start();
    Console.WriteLine(received.Take());
}
else
{
    var queue = new BlockingCollection<string>();
    Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", args[0]]) { RedirectStandardOutput = true })!;
    Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;
    var receiver = new Thread(() => queue.Add(producer.StandardOutput.ReadLine()!));
    var sender = new Thread(() => consumer.StandardInput.WriteLine(queue.Take()));
    receiver.Start();
    sender.Start();
    receiver.Join();
    sender.Join();
    consumer.WaitForExit();
    producer.WaitForExit();
}
