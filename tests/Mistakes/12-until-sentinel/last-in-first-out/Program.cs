// mistake: wrong-order
// looks-right: no
// Main keeps the items on a stack: who is slow gets the newest first.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;

return args switch
{
    ["--worker", "producer", var n, var handle] => Producer(int.Parse(n), handle),
    ["--worker", "consumer", var handle] => Consumer(handle),
    _ => Queue(args[0]),
};

static int Queue(string n)
{
    using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", n, pipe.GetClientHandleAsString()]);
    pipe.DisposeLocalCopyOfClientHandle();
    using var requests = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer", requests.GetClientHandleAsString()]) { RedirectStandardInput = true })!;
    requests.DisposeLocalCopyOfClientHandle();

    var queue = new BlockingCollection<string>(new ConcurrentStack<string>()); // <-- mistake
    bool ended = false;
    var receiver = new Thread(() =>
    {
        var reader = new StreamReader(pipe);
        while (reader.ReadLine() is { } item)
        {
            if (item == "end")
            {
                ended = true;
            }
            else
            {
                queue.Add(item);
            }
        }

        queue.CompleteAdding();
    });
    receiver.Start();
    while (requests.ReadByte() >= 0)
    {
        if (queue.TryTake(out string? item, Timeout.Infinite))
        {
            consumer.StandardInput.WriteLine(item);
        }
        else
        {
            if (ended)
            {
                consumer.StandardInput.WriteLine("end");
            }

            consumer.StandardInput.Close();
            break;
        }
    }

    receiver.Join();
    producer.WaitForExit();
    consumer.WaitForExit();
    return producer.ExitCode == 0 && consumer.ExitCode == 0 ? 0 : 1;
}

static int Producer(int n, string handle)
{
    using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, handle);
    using var queue = new StreamWriter(pipe) { AutoFlush = true };
    for (int i = 1; i <= n; i++)
    {
        queue.WriteLine(i);
        Console.WriteLine($"put {i}");
    }

    queue.WriteLine("end");
    return 0;
}

static int Consumer(string handle)
{
    using var requests = new AnonymousPipeClientStream(PipeDirection.Out, handle);
    while (true)
    {
        requests.WriteByte(1);
        switch (Console.ReadLine())
        {
            case null:
                return 1;
            case "end":
                Console.WriteLine("no more");
                return 0;
            case var item:
                Console.WriteLine($"got {item}");
                break;
        }
    }
}
