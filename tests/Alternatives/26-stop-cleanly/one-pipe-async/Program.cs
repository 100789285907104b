using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;

// One pipe for all workers: when main closes its end, all of them see it at once.
return args is ["--worker", _, var handle] ? await Worker.Run(handle) : await Main.Run(int.Parse(args[0]));

internal static class Main
{
    public static async Task<int> Run(int n)
    {
        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

        var pipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        string handle = pipe.GetClientHandleAsString();
        var workers = Enumerable.Range(1, n).Select(i => Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", handle])).ToList();
        pipe.DisposeLocalCopyOfClientHandle();

        var asked = new TaskCompletionSource();
        await using (stop.Token.Register(asked.SetResult))
        {
            await asked.Task;
        }

        Console.WriteLine("stopping");
        await pipe.DisposeAsync();
        await Task.WhenAll(workers.Select(worker => worker.WaitForExitAsync()));
        Console.WriteLine("stopped");
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}

internal static class Worker
{
    public static async Task<int> Run(string handle)
    {
        await using var main = new AnonymousPipeClientStream(PipeDirection.In, handle);
        Console.WriteLine("working");
        await main.ReadAsync(new byte[1]);
        Console.WriteLine("cleaning up");
        return 0;
    }
}
