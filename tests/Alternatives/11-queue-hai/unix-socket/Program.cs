using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

// The queue lives in main; who puts and who gets connects to it over a Unix socket and says which of the two it wants.
if (args is ["--worker", "producer", var door, var message])
{
    using var stream = Connect(door);
    using var writer = new BinaryWriter(stream);
    writer.Write("put");
    writer.Write(message);
}
else if (args is ["--worker", "consumer", var address])
{
    using var stream = Connect(address);
    using var writer = new BinaryWriter(stream);
    writer.Write("get");
    Console.WriteLine(new BinaryReader(stream).ReadString());
}
else
{
    Serve(args[0]);
}

static NetworkStream Connect(string path)
{
    var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    socket.Connect(new UnixDomainSocketEndPoint(path));
    return new NetworkStream(socket, ownsSocket: true);
}

static void Serve(string message)
{
    DirectoryInfo folder = Directory.CreateTempSubdirectory("q");
    try
    {
        string path = Path.Combine(folder.FullName, "s");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();

        using var queue = new BlockingCollection<string>();
        using Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", path, message]);
        using Process consumer = Process.Start(Environment.ProcessPath!, ["--worker", "consumer", path]);
        var servants = new List<Thread>();
        for (int i = 0; i < 2; i++)
        {
            var stream = new NetworkStream(listener.Accept(), ownsSocket: true);
            var servant = new Thread(() => Answer(stream, queue));
            servant.Start();
            servants.Add(servant);
        }

        servants.ForEach(servant => servant.Join());
        producer.WaitForExit();
        consumer.WaitForExit();
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

static void Answer(NetworkStream stream, BlockingCollection<string> queue)
{
    using var reader = new BinaryReader(stream);
    if (reader.ReadString() == "put")
    {
        queue.Add(reader.ReadString());
    }
    else
    {
        new BinaryWriter(stream).Write(queue.Take());
    }
}
