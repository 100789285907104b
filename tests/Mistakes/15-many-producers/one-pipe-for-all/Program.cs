// mistake: torn-item
// looks-right: yes
// All producers write into the same pipe. A line of more than 4096 bytes is cut there by the lines of the others.
using System.Diagnostics;
using System.IO.Pipes;

switch (args)
{
    case ["--worker", var name, var n, var len, var handle]:
        Producer(name, int.Parse(n), int.Parse(len), handle);
        return 0;
    default:
        return Consume(args[0], args[1], args[2..]);
}

static int Consume(string n, string len, string[] names)
{
    using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    var producers = names.Select(name => Process.Start(Environment.ProcessPath!, ["--worker", name, n, len, pipe.GetClientHandleAsString()])).ToList();
    pipe.DisposeLocalCopyOfClientHandle();
    int total = 0;
    var items = new StreamReader(pipe);
    while (items.ReadLine() is { } item)
    {
        Console.WriteLine(item.TrimEnd('.'));
        total++;
    }

    producers.ForEach(producer => producer.WaitForExit());
    Console.WriteLine($"total {total}");
    return producers.TrueForAll(producer => producer.ExitCode == 0) ? 0 : 1;
}

static void Producer(string name, int n, int len, string handle)
{
    using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, handle);
    using var queue = new StreamWriter(pipe) { AutoFlush = true };
    for (int i = 0; i < n; i++)
    {
        queue.WriteLine($"got {name} {i}{new string('.', len)}"); // <-- mistake
    }
}
