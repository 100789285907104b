// mistake: timed-wait
// looks-right: yes
// The worker's socket has a ReceiveTimeout of 1.5 s, and after it the worker runs although nothing was set.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

if (args is ["--worker", _, var port])
{
    Console.WriteLine("waiting");
    using var main = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    main.ReceiveTimeout = 1500; // <-- mistake
    main.Connect(IPAddress.Loopback, int.Parse(port));
    try
    {
        main.Receive(new byte[1]);
    }
    catch (SocketException)
    {
        // main has no more to say
    }

    Console.WriteLine("running");
    return 0;
}

int n = int.Parse(args[0]);
using var ready = new ManualResetEvent(false);
var listener = new TcpListener(IPAddress.Loopback, 0);
listener.Start();
string ownPort = ((IPEndPoint)listener.LocalEndpoint).Port.ToString();
var door = new Thread(() =>
{
    for (int i = 0; i <= n; i++)
    {
        TcpClient client = listener.AcceptTcpClient();
        new Thread(() =>
        {
            using (client)
            {
                ready.WaitOne();
                try
                {
                    client.GetStream().WriteByte(1);
                }
                catch (IOException)
                {
                    // it did not wait for us
                }
            }
        }).Start();
    }
});
door.Start();

var workers = new List<Process>();
for (int i = 1; i <= n; i++)
{
    workers.Add(Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", ownPort]));
}

Console.WriteLine("set");
ready.Set();
workers.Add(Process.Start(Environment.ProcessPath!, ["--worker", "late", ownPort]));
workers.ForEach(worker => worker.WaitForExit());
door.Join();
listener.Stop();
return 0;
