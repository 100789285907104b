using System.Diagnostics;
using System.Net.Sockets;

// A worker may die before it has connected: main waits for whichever comes first, the connection or the death.
return args is ["--worker", _, var path] ? await Worker.Run(path) : await Main.Run(args);

internal static class Main
{
    public static async Task<int> Run(string[] inputs)
    {
        string folder = Directory.CreateTempSubdirectory("retry").FullName;
        try
        {
            var results = new List<string>();
            for (int worker = 1, deaths = 0; results.Count < inputs.Length; worker++)
            {
                int before = results.Count;
                await Work($"w{worker}", Path.Combine(folder, $"{worker}"), inputs, results);
                deaths = results.Count == before ? deaths + 1 : 1;
                if (results.Count < inputs.Length && deaths < 3)
                {
                    Console.WriteLine($"retry {inputs[results.Count]}");
                }
                else if (results.Count < inputs.Length)
                {
                    Console.WriteLine($"giving up {inputs[results.Count]}");
                    results.Add("?");
                    deaths = 0;
                }
            }

            Console.WriteLine($"[{string.Join(", ", results)}]");
            return results.Contains("?") ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Work(string name, string address, string[] inputs, List<string> results)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(address));
        listener.Listen();
        using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, address]);
        var death = worker.WaitForExitAsync();
        var connection = listener.AcceptAsync();
        if (await Task.WhenAny(connection, death) == connection)
        {
            await Serve(new NetworkStream(await connection, ownsSocket: true), inputs, results);
        }

        await death;
    }

    private static async Task Serve(NetworkStream stream, string[] inputs, List<string> results)
    {
        await using var _ = stream;
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream);
        try
        {
            while (results.Count < inputs.Length)
            {
                await writer.WriteLineAsync(inputs[results.Count]);
                await writer.FlushAsync();
                if (await reader.ReadLineAsync() is not { } line || !line.EndsWith('.'))
                {
                    return; // the end, or half a line: the dot is its mark
                }

                results.Add(line[..^1]);
            }
        }
        catch (IOException)
        {
            // It died before it could be told its task.
        }
    }
}

internal static class Worker
{
    public static async Task<int> Run(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { AutoFlush = true };
        while (await reader.ReadLineAsync() is { } line)
        {
            int x = int.Parse(line);
            Console.WriteLine($"task {x}");
            await writer.WriteLineAsync($"{x * x}.");
        }

        return 0;
    }
}
