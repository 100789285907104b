// The workers notice the end of main by the end of a Unix socket, whose file goes away with it.
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

if (args is ["--worker", _, var address])
{
    using var line = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    try
    {
        line.Connect(new UnixDomainSocketEndPoint(address));
        Console.WriteLine("working");
        line.Receive(new byte[1]);
    }
    catch (SocketException)
    {
        // refused, reset, or the file is gone: main is gone
    }

    return 0;
}

int n = int.Parse(args[0]);
string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
listener.Bind(new UnixDomainSocketEndPoint(path));
listener.Listen(Math.Max(1, n));

// SIGTERM ends a .NET process at once: whoever wants to tidy up has to be there first. SIGKILL leaves no time for it.
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    listener.Dispose();
    Environment.Exit(143);
});

List<Socket> lines = [];
var acceptor = new Thread(() =>
{
    try
    {
        while (true)
        {
            lines.Add(listener.Accept());
        }
    }
    catch (SocketException)
    {
        // closed at the end of main
    }
    catch (ObjectDisposedException)
    {
    }
});
acceptor.IsBackground = true;
acceptor.Start();

for (int i = 1; i <= n; i++)
{
    string[] self = Path.GetFileName(Environment.ProcessPath!) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
    Process.Start(Environment.ProcessPath!, [.. self, "--worker", $"w{i}", path]);
}

Console.OpenStandardInput().CopyTo(Stream.Null);
GC.KeepAlive(lines);
return 0;
