using System.Diagnostics;

namespace Katas.Toolkit;

/// <summary>One worker, as main sees it.</summary>
public sealed class Worker
{
    private readonly CancellationTokenSource gone = new();
    private readonly Thread thread;

    internal Worker(string name, Process process, Stream requests, Stream answers, Func<Worker, string, string> handle, Action<Worker>? ended)
    {
        (Name, Process) = (name, process);
        process.WaitForExitAsync().ContinueWith(_ => gone.Cancel(), TaskScheduler.Default);
        thread = new Thread(() =>
        {
            using (requests)
            using (answers)
            {
                Serve(new BinaryReader(requests), new BinaryWriter(answers), handle);
            }

            process.WaitForExit(); // the end of the channel is not yet the end of the process
            ended?.Invoke(this);
        }) { IsBackground = true };
        thread.Start();
    }

    public string Name { get; }

    public Process Process { get; }

    /// <summary>Cancelled when the process is over, killed or not. Give it to whatever a handler waits in: the wait then ends with the worker.</summary>
    public CancellationToken Gone => gone.Token;

    /// <summary>0 if the worker ended well, 128 + n if signal n killed it. Known when the worker is over.</summary>
    public int ExitCode => Process.ExitCode;

    /// <summary>Waits until the process is over and the host's <c>ended</c> has returned.</summary>
    public void Join() => thread.Join();

    public override string ToString() => Name;

    private void Serve(BinaryReader requests, BinaryWriter answers, Func<Worker, string, string> handle)
    {
        try
        {
            while (Receive(requests) is { } request)
            {
                Send(answers, handle(this, request));
            }
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
            // The worker died while its request waited.
        }
    }

    private static string? Receive(BinaryReader requests)
    {
        try
        {
            return requests.ReadString();
        }
        catch (EndOfStreamException)
        {
            return null; // The worker has closed its end, or it is dead, perhaps in the middle of a request.
        }
    }

    private static void Send(BinaryWriter answers, string answer)
    {
        try
        {
            answers.Write(answer);
        }
        catch (IOException)
        {
            // The worker died before its answer came; the next thing it says is the end of the channel.
        }
    }
}
