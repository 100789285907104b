using System.Diagnostics;
using System.Net.Sockets;

// A queue with a monitor, as in a textbook, behind a Unix socket.
if (args is ["--worker", var name, var path, var number])
{
    using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    socket.Connect(new UnixDomainSocketEndPoint(path));
    using var stream = new NetworkStream(socket);
    using var reader = new BinaryReader(stream);
    using var writer = new BinaryWriter(stream);
    for (int i = 1; i <= int.Parse(number); i++)
    {
        writer.Write(name == "producer" ? i : 0);
        int answer = reader.ReadInt32();
        Console.WriteLine(name == "producer" ? $"put {i}" : $"got {answer}");
    }

    return;
}

DirectoryInfo folder = Directory.CreateTempSubdirectory("q");
try
{
    using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    string address = Path.Combine(folder.FullName, "q");
    listener.Bind(new UnixDomainSocketEndPoint(address));
    listener.Listen();
    var queue = new Bounded(int.Parse(args[0]));
    Process[] workers = [.. new[] { "producer", "consumer" }.Select(role => Process.Start(Environment.ProcessPath!, ["--worker", role, address, args[1]]))];
    for (int i = 0; i < workers.Length; i++)
    {
        Socket worker = listener.Accept();
        new Thread(() => Serve(worker, queue)).Start();
    }

    foreach (Process worker in workers)
    {
        worker.WaitForExit();
    }
}
finally
{
    folder.Delete(recursive: true);
}

static void Serve(Socket worker, Bounded queue)
{
    using var stream = new NetworkStream(worker, ownsSocket: true);
    using var reader = new BinaryReader(stream);
    using var writer = new BinaryWriter(stream);
    try
    {
        while (true)
        {
            int request = reader.ReadInt32();
            writer.Write(request == 0 ? queue.Get() : queue.Put(request));
        }
    }
    catch (EndOfStreamException)
    {
        // The worker is done.
    }
}

internal sealed class Bounded(int maxsize)
{
    private readonly Queue<int> items = new();

    public int Put(int item)
    {
        lock (items)
        {
            while (items.Count == maxsize)
            {
                Monitor.Wait(items);
            }

            items.Enqueue(item);
            Monitor.PulseAll(items);
            return item;
        }
    }

    public int Get()
    {
        lock (items)
        {
            while (items.Count == 0)
            {
                Monitor.Wait(items);
            }

            int item = items.Dequeue();
            Monitor.PulseAll(items);
            return item;
        }
    }
}
