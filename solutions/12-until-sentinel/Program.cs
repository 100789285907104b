using System.Diagnostics;
using System.IO.Pipes;

return args switch
{
    ["--worker", "producer", var n, .. var rest] => Producer(int.Parse(n), rest),
    ["--worker", "consumer", .. var rest] => Consumer(rest),
    _ => Queue(args[0]),
};

// Main. Your turn: start both workers with a queue between them, join both, and return 1 if one of them did not return 0.
static int Queue(string n)
{
    #region solution
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
    #endregion

    return 0;
}

// Your turn: put 1 to n, say `put <i>` after each, and then put an end mark.
static int Producer(int n, string[] rest)
{
    #region solution
    using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, rest[0]);
    using var queue = new StreamWriter(pipe) { AutoFlush = true }; // what is still in a buffer is not yet put
    for (int i = 1; i <= n; i++)
    {
        queue.WriteLine(i);
        Console.WriteLine($"put {i}");
    }

    queue.WriteLine("end");
    #endregion

    return 0;
}

// Your turn: get items until the end mark comes and say `no more`; if the queue breaks off without it, return 1.
static int Consumer(string[] rest)
{
    #region solution
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
    #endregion

    return 0;
}
