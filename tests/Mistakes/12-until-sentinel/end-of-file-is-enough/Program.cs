// mistake: too-early
// looks-right: yes
// The consumer takes the end of the pipe for the end mark, and a producer that died for one that is done.
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

    return 0;
}

static int Consumer()
{
    while (Console.ReadLine() is { } item)
    {
        Console.WriteLine($"got {item}");
    }

    Console.WriteLine("no more"); // <-- mistake
    return 0;
}
