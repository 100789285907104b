// mistake: lost-item
// looks-right: no
// A producer gives its items to a feeder thread and returns; the thread is a background one that nobody joins, so what it has not yet written dies with Main.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;

if (args is ["--worker", _, var handle, var count, var size])
{
    var outbox = new BlockingCollection<(int Number, byte[] Bytes)>();
    var feeder = new Thread(() =>
    {
        using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, handle);
        using var writer = new BinaryWriter(pipe);
        foreach ((int number, byte[] bytes) in outbox.GetConsumingEnumerable())
        {
            writer.Write(number);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }
    });
    feeder.IsBackground = true; // <-- mistake
    feeder.Start();

    for (int i = 0; i < int.Parse(count); i++)
    {
        outbox.Add((i, new byte[int.Parse(size)]));
    }

    outbox.CompleteAdding();
    return 0;
}

string[] dll = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
var producers = new List<Process>();
var readers = new List<Thread>();
int total = 0;
foreach (string name in args[2..])
{
    var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
    producers.Add(Process.Start(Environment.ProcessPath!, [.. dll, "--worker", name, pipe.GetClientHandleAsString(), args[0], args[1]]));
    pipe.DisposeLocalCopyOfClientHandle();
    var reader = new Thread(() => Read(name, pipe));
    reader.Start();
    readers.Add(reader);
}

readers.ForEach(reader => reader.Join());
producers.ForEach(producer => producer.WaitForExit());
Console.WriteLine($"total {total}");
return producers.TrueForAll(producer => producer.ExitCode == 0) ? 0 : 1;

void Read(string name, Stream pipe)
{
    using var reader = new BinaryReader(pipe);
    try
    {
        while (true)
        {
            int number = reader.ReadInt32();
            int length = reader.ReadInt32();
            if (reader.ReadBytes(length).Length < length)
            {
                return;
            }

            Console.WriteLine($"got {name} {number}");
            Interlocked.Increment(ref total);
        }
    }
    catch (EndOfStreamException)
    {
    }
}
