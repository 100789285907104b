// mistake: orphan
// looks-right: no
// Only the first SIGINT is cancelled: the second one ends main at once.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

if (args.FirstOrDefault() == "--worker")
{
    using var c = new TcpClient("127.0.0.1", int.Parse(args[2]));
    Console.WriteLine("working");
    // one byte: stop
    if (c.GetStream().ReadByte() != 's') return 1;
    Console.WriteLine("cleaning up");
    return 0;
}

var cts = new CancellationTokenSource();
int interrupts = 0;
Console.CancelKeyPress += (_, e) => { e.Cancel = ++interrupts == 1; cts.Cancel(); }; // <-- mistake
using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, ctx => { ctx.Cancel = true; cts.Cancel(); });
int n = int.Parse(args[0]);
using var listener = new TcpListener(IPAddress.Loopback, 0);
listener.Start();
string port = listener.LocalEndpoint.ToString()!.Split(':')[^1];
var workers = new List<(Process P, TcpClient C)>();
for (int i = 1; i <= n; i++)
{
    var p = Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", port]);
    workers.Add((p, listener.AcceptTcpClient()));
}
try { await Task.Delay(Timeout.Infinite, cts.Token); } catch (OperationCanceledException) { }
Console.WriteLine("stopping");
foreach (var w in workers) w.C.GetStream().WriteByte((byte)'s');
foreach (var w in workers) { w.P.WaitForExit(); w.C.Dispose(); }
Console.WriteLine("stopped");
return 0;
