// mistake: wrong-exit-code
// looks-right: yes
// The consumer notices that the producer is dead, but main does not look at the exit codes.
using System.Diagnostics;
using System.IO.Pipes;

return args switch
{
    ["--worker", "producer", var n, var handle] => Producer(int.Parse(n), handle),
    ["--worker", "consumer"] => Consumer(),
    _ => Queue(args[0]),
};

static int Queue(string n)
{
    using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", n, pipe.GetClientHandleAsString()]);
    pipe.DisposeLocalCopyOfClientHandle();
    using Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer"]) { RedirectStandardInput = true })!;
    pipe.CopyTo(consumer.StandardInput.BaseStream);
    consumer.StandardInput.Close();
    producer.WaitForExit();
    consumer.WaitForExit();
    return 0; // <-- mistake
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

static int Consumer()
{
    string? item;
    while ((item = Console.ReadLine()) is not ("end" or null))
    {
        Console.WriteLine($"got {item}");
    }

    if (item is null)
    {
        return 1;
    }

    Console.WriteLine("no more");
    return 0;
}
