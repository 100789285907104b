// mistake: too-early
// looks-right: no
// Main waits for the end of its input or of the worker that was started last.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

if (args is ["--worker", _, var port])
{
    try
    {
        using var c = new TcpClient();
        c.Connect(IPAddress.Loopback, int.Parse(port));
        Console.WriteLine("working");
        c.GetStream().ReadByte();
    }
    catch (Exception e) when (e is SocketException or IOException) { }
    return 0;
}
var listener = new TcpListener(IPAddress.Loopback, 0);
listener.Start(100);
int n = int.Parse(args[0]);
var ps = Enumerable.Range(1, n).Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", ((IPEndPoint)listener.LocalEndpoint).Port.ToString()])).ToArray();
// nobody accepts: the connection stands all the same, and goes with main
var input = Task.Run(() => Console.In.ReadToEnd());
Task.WaitAny([input, .. ps.TakeLast(1).Select(p => p.WaitForExitAsync())]); // <-- mistake
GC.KeepAlive(listener);
return 0;
