// mistake: fixed-name
// looks-right: yes
// Every run wants the same port.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

const int Port = 47311; // <-- mistake

switch (args)
{
    case ["--worker", "producer", var message]:
        using (var client = new TcpClient("127.0.0.1", Port))
        {
            var writer = new BinaryWriter(client.GetStream());
            writer.Write("put");
            writer.Write(message);
        }

        break;
    case ["--worker", "consumer"]:
        using (var client = new TcpClient("127.0.0.1", Port))
        {
            new BinaryWriter(client.GetStream()).Write("get");
            Console.WriteLine(new BinaryReader(client.GetStream()).ReadString());
        }

        break;
    default:
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", args[0]]);
        Process consumer = Process.Start(Environment.ProcessPath!, ["--worker", "consumer"]);
        Serve(listener);
        producer.WaitForExit();
        consumer.WaitForExit();
        break;
}

static void Serve(TcpListener listener)
{
    string? item = null;
    TcpClient? waiting = null;
    while (item is null || waiting is null)
    {
        TcpClient client = listener.AcceptTcpClient();
        var reader = new BinaryReader(client.GetStream());
        if (reader.ReadString() == "put")
        {
            item = reader.ReadString();
        }
        else
        {
            waiting = client;
        }
    }

    new BinaryWriter(waiting.GetStream()).Write(item);
}
