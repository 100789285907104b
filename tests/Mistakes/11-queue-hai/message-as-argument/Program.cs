// mistake: too-early
// looks-right: yes
// The consumer is told the message at its start. Nothing goes from the producer to the consumer: there is no queue.
using System.Diagnostics;

switch (args)
{
    case ["--worker", "producer", _]:
        break;
    case ["--worker", "consumer", var message]:
        Console.WriteLine(message);
        break;
    default:
        Process producer = Start("producer", args[0]);
        Process consumer = Start("consumer", args[0]); // <-- mistake
        producer.WaitForExit();
        consumer.WaitForExit();
        break;
}

static Process Start(string name, string message) => Process.Start(Environment.ProcessPath!, ["--worker", name, message]);
