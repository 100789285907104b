// As in Python, a thread of the producer sends the items; the producer waits for it before it ends.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;

return args switch
{
    ["--worker", "producer", var n, .. var rest] => Producer(int.Parse(n), rest),
    ["--worker", "consumer", .. var rest] => Consumer(rest),
    _ => Queue(args[0]),
};

static int Queue(string n)
{
    // The producer's standard output is for its own lines, so the items need a pipe of their own.
    using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", n, pipe.GetClientHandleAsString()]);

    // As long as anybody holds the entrance of a pipe its end cannot come: close our copy, before the consumer inherits it.
    pipe.DisposeLocalCopyOfClientHandle();
    using Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;

    pipe.CopyTo(consumer.StandardInput.BaseStream); // passes on at once whatever comes, until the producer is over
    consumer.StandardInput.Close();

    producer.WaitForExit();
    consumer.WaitForExit();
    if (producer.ExitCode != 0 || consumer.ExitCode != 0)
    {
        return 1;
    }

    return 0;
}

static int Producer(int n, string[] rest)
{
    var items = new BlockingCollection<string>();
    var feeder = new Thread(() =>
    {
        using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, rest[0]);
        using var queue = new StreamWriter(pipe) { AutoFlush = true };
        foreach (string item in items.GetConsumingEnumerable())
        {
            queue.WriteLine(item);
        }
    });
    feeder.IsBackground = true;
    feeder.Start();

    for (int i = 1; i <= n; i++)
    {
        items.Add($"{i}");
        Console.WriteLine($"put {i}");
    }

    items.Add("end");
    items.CompleteAdding();
    feeder.Join(); // a background thread dies with Main, and with it what it has not sent yet
    return 0;
}

static int Consumer(string[] rest)
{
    string? item;
    while ((item = Console.ReadLine()) is not ("end" or null))
    {
        Console.WriteLine($"got {item}");
    }

    if (item is null)
    {
        return 1; // the end of the pipe is not the end mark: the producer has died
    }

    Console.WriteLine("no more");

    return 0;
}
