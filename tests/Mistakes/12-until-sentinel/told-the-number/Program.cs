// mistake: too-early
// looks-right: yes
// The consumer is told n and stops counting there. It never sees the end mark.
using System.Diagnostics;
using System.IO.Pipes;

return args switch
{
    ["--worker", "producer", var n, var handle] => Producer(int.Parse(n), handle),
    ["--worker", "consumer", var n] => Consumer(int.Parse(n)),
    _ => Queue(args[0]),
};

static int Queue(string n)
{
    using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    using Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", n, pipe.GetClientHandleAsString()]);
    pipe.DisposeLocalCopyOfClientHandle();
    using Process consumer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--worker", "consumer", n]) { RedirectStandardInput = true })!;
    var items = new StreamReader(pipe);
    while (items.ReadLine() is { } item and not "end")
    {
        consumer.StandardInput.WriteLine(item);
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
        Console.WriteLine($"put {i}");
    }

    queue.WriteLine("end");
    return 0;
}

static int Consumer(int n)
{
    for (int i = 1; i <= n; i++) // <-- mistake
    {
        if (Console.ReadLine() is not { } item)
        {
            return 1;
        }

        Console.WriteLine($"got {item}");
    }

    Console.WriteLine("no more");
    return 0;
}
