// hostile: passed
// A right program that talks to itself over the loopback, by both protocols.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

switch (args)
{
    case ["--worker", "square", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("First processor is done");
        break;

    case ["--worker", "cube", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("Second processor is done");
        break;

    case [var number]:
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback }.Where(address => address.AddressFamily == AddressFamily.InterNetwork || Socket.OSSupportsIPv6))
        {
            using var listener = new TcpListener(address, 0);
            listener.Start();
            using var client = new TcpClient(address.AddressFamily);
            client.Connect((IPEndPoint)listener.LocalEndpoint);
            using var server = listener.AcceptTcpClient();
            client.GetStream().Write(new byte[1]);
            server.GetStream().ReadExactly(new byte[1]);
        }
        Run("square", number);
        Run("cube", number);
        Console.WriteLine("Done");
        break;
}

static void Run(string worker, string number)
{
    using var process = Process.Start(Environment.ProcessPath!, ["--worker", worker, number]);
    process.WaitForExit();
}
