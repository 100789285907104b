using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

// TCP on the loopback; the length goes first and the text after it, in two writes. Nagle's algorithm may hold the second
// back until the first is acknowledged: the item is on its way all the same, and nobody has to do anything for it.
switch (args)
{
    case ["--worker", "producer", var port, var message]:
        Put(port, message);
        break;
    case ["--worker", "consumer", var port]:
        Get(port);
        break;
    default:
        PassOn(args[0]);
        break;
}

static void Put(string port, string message)
{
    using var client = new TcpClient("127.0.0.1", int.Parse(port));
    Write(client.GetStream(), Encoding.UTF8.GetBytes(message));
}

static void Get(string port)
{
    using var client = new TcpClient("127.0.0.1", int.Parse(port));
    Console.WriteLine(Encoding.UTF8.GetString(Read(client.GetStream())));
}

static void PassOn(string message)
{
    using var entrance = new TcpListener(IPAddress.Loopback, 0);
    using var exit = new TcpListener(IPAddress.Loopback, 0);
    entrance.Start();
    exit.Start();
    using Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", Port(entrance), message]);
    using Process consumer = Process.Start(Environment.ProcessPath!, ["--worker", "consumer", Port(exit)]);
    using (TcpClient from = entrance.AcceptTcpClient())
    {
        byte[] item = Read(from.GetStream());
        using TcpClient to = exit.AcceptTcpClient();
        Write(to.GetStream(), item);
    }

    producer.WaitForExit();
    consumer.WaitForExit();
}

static string Port(TcpListener listener) => $"{((IPEndPoint)listener.LocalEndpoint).Port}";

static void Write(Stream stream, byte[] item)
{
    byte[] length = new byte[4];
    BinaryPrimitives.WriteInt32LittleEndian(length, item.Length);
    stream.Write(length);
    stream.Write(item);
}

static byte[] Read(Stream stream)
{
    byte[] length = new byte[4];
    stream.ReadExactly(length);
    byte[] item = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
    stream.ReadExactly(item);
    return item;
}
