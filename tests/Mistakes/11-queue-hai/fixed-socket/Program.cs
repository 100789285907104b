// mistake: fixed-name
// looks-right: yes
// Every run wants the same socket.
using System.Diagnostics;
using System.Net.Sockets;

string path = Path.Combine(Path.GetTempPath(), "hai"); // <-- mistake

switch (args)
{
    case ["--worker", "producer", var message]:
        using (NetworkStream queue = Connect())
        {
            var writer = new BinaryWriter(queue);
            writer.Write("put");
            writer.Write(message);
        }

        break;
    case ["--worker", "consumer"]:
        using (NetworkStream queue = Connect())
        {
            new BinaryWriter(queue).Write("get");
            Console.WriteLine(new BinaryReader(queue).ReadString());
        }

        break;
    default:
        using (var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            listener.Bind(new UnixDomainSocketEndPoint(path));
            listener.Listen();
            Process producer = Process.Start(Environment.ProcessPath!, ["--worker", "producer", args[0]]);
            Process consumer = Process.Start(Environment.ProcessPath!, ["--worker", "consumer"]);
            Serve(listener);
            producer.WaitForExit();
            consumer.WaitForExit();
        }

        File.Delete(path);
        break;
}

NetworkStream Connect()
{
    var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    socket.Connect(new UnixDomainSocketEndPoint(path));
    return new NetworkStream(socket, ownsSocket: true);
}

static void Serve(Socket listener)
{
    string? item = null;
    NetworkStream? waiting = null;
    while (item is null || waiting is null)
    {
        var client = new NetworkStream(listener.Accept(), ownsSocket: true);
        var reader = new BinaryReader(client);
        if (reader.ReadString() == "put")
        {
            item = reader.ReadString();
        }
        else
        {
            waiting = client;
        }
    }

    new BinaryWriter(waiting).Write(item);
}
