using System.Diagnostics;

switch (args)
{
    case ["--worker", "producer", var message]:
        Producer(message);
        break;
    case ["--worker", "consumer"]:
        Consumer();
        break;
    default:
        Queue(args[0]);
        break;
}

// Main. Your turn: start both workers, lay a queue from the producer to the consumer, and join both.
static void Queue(string message)
{
    #region solution
    // The queue is made of the two pipes of the redirected streams; main passes on what comes out of the one into the other.
    // Both workers are started before main waits for anything: the consumer's `get` does the waiting.
    Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", message]) { RedirectStandardOutput = true })!;
    Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;

    // One line is one item. ReadToEnd would wait for the producer's end, which has nothing to do with its item.
    string item = producer.StandardOutput.ReadLine()!;
    consumer.StandardInput.WriteLine(item); // StandardInput flushes after every write

    producer.WaitForExit();
    consumer.WaitForExit();
    #endregion
}

// Your turn: put the message into the queue.
static void Producer(string message)
{
    #region solution
    Console.WriteLine(message); // main has redirected this output: it is the queue's entrance
    #endregion
}

// Your turn: get the item, waiting for it as long as it takes, and print it.
static void Consumer()
{
    #region solution
    string item = Console.ReadLine()!; // blocks until a whole line is there
    Console.WriteLine(item);
    #endregion
}
