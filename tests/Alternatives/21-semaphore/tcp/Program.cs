// A connection to main is a place: who is inside keeps it open, and the kernel closes it for the dead.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

return args is ["--worker", _, var port] ? Worker(int.Parse(port)) : await Lead(int.Parse(args[0]), int.Parse(args[1]));

static async Task<int> Lead(int k, int n)
{
    using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    listener.Listen(n + 1);
    var port = ((IPEndPoint)listener.LocalEndPoint!).Port;

    using var over = new CancellationTokenSource();
    var door = Welcome(listener, new SemaphoreSlim(k, k), over.Token);

    var workers = Enumerable.Range(1, n).Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", $"{port}"])).ToList();
    foreach (var worker in workers)
    {
        await worker.WaitForExitAsync();
    }

    over.Cancel();
    await door;
    return workers.All(worker => worker.ExitCode == 0) ? 0 : 1;
}

static async Task Welcome(Socket listener, SemaphoreSlim places, CancellationToken over)
{
    var guests = new List<Task>();
    try
    {
        while (true)
        {
            guests.Add(Serve(await listener.AcceptAsync(over), places));
        }
    }
    catch (OperationCanceledException)
    {
        await Task.WhenAll(guests);
    }
}

static async Task Serve(Socket guest, SemaphoreSlim places)
{
    using (guest)
    {
        guest.NoDelay = true;
        await places.WaitAsync();
        try
        {
            await guest.SendAsync(new byte[1]);
            await guest.ReceiveAsync(new byte[1]); // returns when the guest closes, or is dead
        }
        catch (SocketException)
        {
            // Dead before it came in; its place is free at once.
        }
        finally
        {
            places.Release();
        }
    }
}

static int Worker(int port)
{
    using var place = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    place.Connect(IPAddress.Loopback, port);
    place.Receive(new byte[1]);
    Console.WriteLine("enter");
    Console.WriteLine("leave");
    place.Close();
    return 0;
}
