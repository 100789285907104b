// mistake: fixed-name
// looks-right: yes
// Main listens at a port whose number is written down: a second run finds it taken.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

const int Port = 41234; // <-- mistake

switch (args)
{
    case ["--worker", "producer", var n]:
        using (var line = new Line(Connect()))
        {
            for (int i = 1; i <= int.Parse(n); i++)
            {
                line.Ask($"put {i}");
                Console.WriteLine($"put {i}");
            }
        }

        return;

    case ["--worker", "consumer", var n]:
        using (var line = new Line(Connect()))
        {
            for (int i = int.Parse(n); i > 0; i--)
            {
                Console.WriteLine($"got {line.Ask("get")}");
            }
        }

        return;
}

using var queue = new BlockingCollection<string>(int.Parse(args[0]));
var listener = new TcpListener(IPAddress.Loopback, Port);
listener.Start();
Process[] workers = [.. new[] { "producer", "consumer" }.Select(name => Process.Start(Environment.ProcessPath!, ["--worker", name, args[1]]))];
Thread[] servers = [.. workers.Select(_ => new Thread(() => Serve(listener.AcceptTcpClient())))];
Array.ForEach(servers, server => server.Start());
Array.ForEach(workers, worker => worker.WaitForExit());
Array.ForEach(servers, server => server.Join());
listener.Stop();

static TcpClient Connect() => new("127.0.0.1", Port) { NoDelay = true };

void Serve(TcpClient client)
{
    using var line = new Line(client);
    while (line.Receive() is { } request)
    {
        if (request.Split(' ') is ["put", var item])
        {
            queue.Add(item);
            line.Send("ok");
        }
        else
        {
            line.Send(queue.Take());
        }
    }
}

internal sealed class Line(TcpClient client) : IDisposable
{
    private readonly StreamReader reader = new(client.GetStream());
    private readonly StreamWriter writer = new(client.GetStream()) { AutoFlush = true };

    public string? Receive() => reader.ReadLine();

    public void Send(string text) => writer.WriteLine(text);

    public string? Ask(string request)
    {
        Send(request);
        return Receive();
    }

    public void Dispose() => client.Dispose();
}
