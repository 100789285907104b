using System.Diagnostics;
using System.IO.Pipes;
using System.Threading.Channels;

// Without the toolkit: a named pipe for each worker, and everything is awaited.
if (args is ["--worker", _, var pipeName])
{
    await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
    await pipe.ConnectAsync();
    using var reader = new StreamReader(pipe);
    await using var writer = new StreamWriter(pipe) { AutoFlush = true };
    await writer.WriteLineAsync("ready");
    while (await reader.ReadLineAsync() is { } task and not "go home")
    {
        Console.WriteLine($"task {task}");
        await writer.WriteLineAsync("done");
    }

    return 0;
}

int workers = int.Parse(args[0]);
int unfinished = int.Parse(args[1]);
Channel<int> tasks = Channel.CreateUnbounded<int>();
var allDone = new TaskCompletionSource();
for (int i = 1; i <= unfinished; i++)
{
    tasks.Writer.TryWrite(i);
}

if (unfinished == 0)
{
    allDone.SetResult();
}

string run = Guid.NewGuid().ToString("N")[..10];
var served = new List<Task>();
for (int k = 1; k <= workers; k++)
{
    // The pipe exists before its worker does, so that the worker has not to look for it again and again.
    var pipe = new NamedPipeServerStream($"{run}{k}", PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
    served.Add(Serve(pipe, Process.Start(Environment.ProcessPath!, ["--worker", $"w{k}", $"{run}{k}"])));
}

await allDone.Task;
Console.WriteLine("all tasks done");
tasks.Writer.Complete();
await Task.WhenAll(served);
return 0;

async Task Serve(NamedPipeServerStream pipe, Process worker)
{
    await using (pipe)
    {
        await pipe.WaitForConnectionAsync();
        using var reader = new StreamReader(pipe, leaveOpen: true);
        await using var writer = new StreamWriter(pipe, leaveOpen: true) { AutoFlush = true };
        await reader.ReadLineAsync();
        while (await tasks.Reader.WaitToReadAsync())
        {
            if (!tasks.Reader.TryRead(out int task))
            {
                continue;
            }

            await writer.WriteLineAsync($"{task}");
            await reader.ReadLineAsync();
            if (Interlocked.Decrement(ref unfinished) == 0)
            {
                allDone.SetResult();
            }
        }

        await writer.WriteLineAsync("go home");
    }

    await worker.WaitForExitAsync();
}
