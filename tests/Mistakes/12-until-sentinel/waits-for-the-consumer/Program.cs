// mistake: needless-wait
// looks-right: yes
// A put returns when the consumer has got the item: that is a handshake, and no queue.
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
    using var items = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process producer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "producer", n, items.GetClientHandleAsString()]) { RedirectStandardInput = true })!;
    items.DisposeLocalCopyOfClientHandle();
    using var thanks = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer", thanks.GetClientHandleAsString()]) { RedirectStandardInput = true })!;
    thanks.DisposeLocalCopyOfClientHandle();

    var reader = new StreamReader(items);
    while (reader.ReadLine() is { } item)
    {
        consumer.StandardInput.WriteLine(item);
        if (item != "end")
        {
            thanks.ReadByte(); // <-- mistake
            producer.StandardInput.WriteLine();
        }
    }

    consumer.StandardInput.Close();
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
        Console.ReadLine();
        Console.WriteLine($"put {i}");
    }

    queue.WriteLine("end");
    return 0;
}

static int Consumer(string handle)
{
    using var thanks = new AnonymousPipeClientStream(PipeDirection.Out, handle);
    string? item;
    while ((item = Console.ReadLine()) is not ("end" or null))
    {
        thanks.WriteByte(1);
        Console.WriteLine($"got {item}");
    }

    if (item is null)
    {
        return 1;
    }

    Console.WriteLine("no more");
    return 0;
}
