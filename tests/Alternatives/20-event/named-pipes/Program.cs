// A named pipe for each worker, one byte for "go". The pipe is there before its worker is started; nobody waits for the worker to come to it.
using System.Diagnostics;
using System.IO.Pipes;

if (args is ["--worker", _, var pipeName])
{
    using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.In);
    pipe.Connect();
    Console.WriteLine("waiting");
    pipe.ReadExactly(new byte[1]);
    Console.WriteLine("running");
    return 0;
}

var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
var workers = Enumerable.Range(1, int.Parse(args[0])).Select(i => Run($"w{i}")).ToList();
Console.WriteLine("set");
ready.SetResult();
workers.Add(Run("late"));
await Task.WhenAll(workers);
return 0;

async Task Run(string name)
{
    var pipeName = $"k20-{Guid.NewGuid():N}"[..20];
    await using var pipe = new NamedPipeServerStream(pipeName, PipeDirection.Out, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
    using var worker = Process.Start(Environment.ProcessPath!, ["--worker", name, pipeName]);
    await pipe.WaitForConnectionAsync();
    await ready.Task;
    await pipe.WriteAsync(new byte[1]);
    await worker.WaitForExitAsync();
}
