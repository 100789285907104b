using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

// The queue lives in main; the workers reach it over TCP on the loopback. What ends the consumer's wait is the end mark, or the producer's death.
switch (args)
{
    case ["--worker", "producer", var port, var n]:
        return Produce(int.Parse(port), int.Parse(n));
    case ["--worker", "consumer", var port]:
        return Consume(int.Parse(port));
    default:
        return Run(args[0]);
}

static int Produce(int port, int n)
{
    using var client = new TcpClient("127.0.0.1", port);
    using var main = new BinaryReader(client.GetStream());
    using var queue = new BinaryWriter(client.GetStream());
    for (int i = 1; i <= n; i++)
    {
        queue.Write(i);
        main.ReadBoolean(); // stored
        Console.WriteLine($"put {i}");
    }

    queue.Write(0);
    main.ReadBoolean();
    return 0;
}

static int Consume(int port)
{
    using var client = new TcpClient("127.0.0.1", port);
    using var queue = new BinaryReader(client.GetStream());
    try
    {
        for (int item = queue.ReadInt32(); item != 0; item = queue.ReadInt32())
        {
            Console.WriteLine($"got {item}");
        }
    }
    catch (EndOfStreamException)
    {
        return 3;
    }

    Console.WriteLine("no more");
    return 0;
}

static int Run(string n)
{
    using var entrance = new TcpListener(IPAddress.Loopback, 0);
    using var exit = new TcpListener(IPAddress.Loopback, 0);
    entrance.Start();
    exit.Start();
    using var queue = new BlockingCollection<int>();
    using Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", Port(entrance), n]);
    using Process consumer = Process.Start(Environment.ProcessPath!, ["--worker", "consumer", Port(exit)]);

    // A producer that dies before it has connected would be waited for in vain: its death ends the listening.
    producer.EnableRaisingEvents = true;
    producer.Exited += (_, _) => entrance.Stop();
    var receiver = new Thread(() => Receive(entrance, queue));
    receiver.Start();

    using (TcpClient client = exit.AcceptTcpClient())
    using (var writer = new BinaryWriter(client.GetStream()))
    {
        foreach (int item in queue.GetConsumingEnumerable())
        {
            writer.Write(item);
        }
    }

    receiver.Join();
    producer.WaitForExit();
    consumer.WaitForExit();
    return producer.ExitCode == 0 && consumer.ExitCode == 0 ? 0 : 1;
}

static void Receive(TcpListener entrance, BlockingCollection<int> queue)
{
    try
    {
        using TcpClient client = entrance.AcceptTcpClient();
        using var reader = new BinaryReader(client.GetStream());
        using var writer = new BinaryWriter(client.GetStream());
        for (int item = -1; item != 0;)
        {
            item = reader.ReadInt32();
            queue.Add(item);
            writer.Write(true);
        }
    }
    catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
    {
        // The producer has died: there is no end mark.
    }

    queue.CompleteAdding();
}

static string Port(TcpListener listener) => $"{((IPEndPoint)listener.LocalEndpoint).Port}";
