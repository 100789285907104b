using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

// Over a Unix socket in a folder of the run's own; a thread for each worker, and one that prints.
if (args is ["--worker", _, var path])
{
    using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    socket.Connect(new UnixDomainSocketEndPoint(path));
    using var stream = new NetworkStream(socket);
    using var tasks = new BinaryReader(stream);
    using var results = new BinaryWriter(stream);
    while (tasks.ReadBoolean())
    {
        int x = tasks.ReadInt32();
        Console.WriteLine($"task {x}");
        results.Write(x * x);
    }

    return;
}

int workers = int.Parse(args[0]);
var inputs = new ConcurrentQueue<int>(args[1..].Select(int.Parse));
using var arrived = new BlockingCollection<int>();
var printer = new Thread(() =>
{
    foreach (int result in arrived.GetConsumingEnumerable())
    {
        Console.WriteLine($"result {result}");
    }
});
printer.Start();

string folder = Directory.CreateTempSubdirectory("imap").FullName;
try
{
    using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    string address = Path.Combine(folder, "s");
    listener.Bind(new UnixDomainSocketEndPoint(address));
    listener.Listen(workers);
    var pool = Enumerable.Range(1, workers).Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"p{i}", address])).ToList();
    var servers = pool.Select(_ => new Thread(() => Serve(listener.Accept()))).ToList();
    servers.ForEach(server => server.Start());
    servers.ForEach(server => server.Join());
    pool.ForEach(worker => worker.WaitForExit());
}
finally
{
    Directory.Delete(folder, recursive: true);
}

arrived.CompleteAdding();
printer.Join();
Console.WriteLine("done"); // after the joins: the kata leaves that open

void Serve(Socket socket)
{
    using var stream = new NetworkStream(socket, ownsSocket: true);
    using var results = new BinaryReader(stream);
    using var tasks = new BinaryWriter(stream);
    while (inputs.TryDequeue(out int x))
    {
        tasks.Write(true);
        tasks.Write(x);
        arrived.Add(results.ReadInt32());
    }

    tasks.Write(false);
}
