using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

// Everything is async, over TCP on the loopback; the position travels with the task and back with the result.
return args is ["--worker", _, var port] ? await Worker.Run(int.Parse(port)) : await Main.Run(int.Parse(args[0]), args[1..]);

internal static class Main
{
    public static async Task<int> Run(int workers, string[] inputs)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string port = $"{((IPEndPoint)listener.LocalEndpoint).Port}";
        var pool = Enumerable.Range(1, workers).Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"p{i}", port])).ToList();

        var tasks = new Queue<int>(Enumerable.Range(0, inputs.Length));
        var results = inputs.Select(_ => new TaskCompletionSource<string>()).ToArray();
        var serving = AcceptAll();
        Console.WriteLine($"[{string.Join(", ", await Task.WhenAll(results.Select(result => result.Task)))}]");
        await serving;
        await Task.WhenAll(pool.Select(worker => worker.WaitForExitAsync()));
        return 0;

        async Task AcceptAll()
        {
            var clients = new List<Task>();
            for (int i = 0; i < workers; i++)
            {
                clients.Add(Serve(await listener.AcceptTcpClientAsync()));
            }

            await Task.WhenAll(clients);
        }

        async Task Serve(TcpClient client)
        {
            using var _ = client;
            client.NoDelay = true;
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
            while (Next() is { } position)
            {
                await writer.WriteLineAsync($"{position} {inputs[position]}");
                string[] answer = (await reader.ReadLineAsync())!.Split(' ');
                results[int.Parse(answer[0])].SetResult(answer[1]);
            }
        }

        int? Next()
        {
            lock (tasks)
            {
                return tasks.TryDequeue(out int next) ? next : null;
            }
        }
    }
}

internal static class Worker
{
    public static async Task<int> Run(int port)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
        while (await reader.ReadLineAsync() is { } line)
        {
            string[] task = line.Split(' ');
            int x = int.Parse(task[1]);
            Console.WriteLine($"task {x}");
            await writer.WriteLineAsync($"{task[0]} {x * x}");
        }

        return 0;
    }
}
