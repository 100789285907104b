using System.Diagnostics;
using System.IO.Pipes;
using System.Threading.Channels;

// A named pipe for each worker, made before the worker is started; results go through a Channel to the loop that prints.
if (args is ["--worker", _, var pipeName])
{
    await using var main = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
    await main.ConnectAsync();
    using var tasks = new StreamReader(main);
    await using var results = new StreamWriter(main) { AutoFlush = true };
    while (await tasks.ReadLineAsync() is { Length: > 0 } line)
    {
        int x = int.Parse(line);
        Console.WriteLine($"task {x}");
        await results.WriteLineAsync($"{x * x}");
    }

    return;
}

string[] inputs = args[1..];
int next = -1;
var arrived = Channel.CreateUnbounded<string>();
string run = $"k{Guid.NewGuid():N}"[..12];
var pool = new List<(NamedPipeServerStream Pipe, Process Worker)>();
for (int i = 1; i <= int.Parse(args[0]); i++)
{
    var pipe = new NamedPipeServerStream($"{run}-{i}", PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
    pool.Add((pipe, Process.Start(Environment.ProcessPath!, ["--worker", $"p{i}", $"{run}-{i}"])));
}

var serving = pool.Select(member => Serve(member.Pipe)).ToList();
for (int i = 0; i < inputs.Length; i++)
{
    Console.WriteLine($"result {await arrived.Reader.ReadAsync()}");
}

Console.WriteLine("done");
await Task.WhenAll(serving);
foreach (var (_, worker) in pool)
{
    await worker.WaitForExitAsync();
}

async Task Serve(NamedPipeServerStream pipe)
{
    await using var _ = pipe;
    await pipe.WaitForConnectionAsync();
    var results = new StreamReader(pipe);
    var tasks = new StreamWriter(pipe) { AutoFlush = true };
    for (int i = Interlocked.Increment(ref next); i < inputs.Length; i = Interlocked.Increment(ref next))
    {
        await tasks.WriteLineAsync(inputs[i]);
        await arrived.Writer.WriteAsync((await results.ReadLineAsync())!);
    }

    await tasks.WriteLineAsync();
}
