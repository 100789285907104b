using System.Diagnostics;
using System.IO.Pipes;

namespace Katas.Toolkit;

/// <summary>
/// Main's side: it starts workers and answers what they ask. Every worker is served by a thread of its own, so an answer may take
/// as long as it likes (a <c>BlockingCollection.Take</c>, say) without holding up anybody but the one who asked.
/// <code>
/// using var host = new Host((worker, request) => queue.Take(worker.Gone));
/// host.Start("w1", "its", "arguments");
/// return host.Join() ? 0 : 1;
/// </code>
/// </summary>
/// <param name="handle">The answer to a worker's request. Called on that worker's thread: shared data needs a lock.</param>
/// <param name="ended">Called once for each worker, on the same thread, when its process is over and its last request is done with.</param>
public sealed class Host(Func<Worker, string, string> handle, Action<Worker>? ended = null) : IDisposable
{
    internal const string Variable = "KATA_CHANNEL";

    // While a pipe's far end is still open here, any process started would inherit it, and its end would never be noticed.
    private static readonly Lock OneStartAtATime = new();

    private readonly List<Worker> workers = [];

    /// <summary>Starts this program again as <c>--worker name arguments…</c>, with a channel to this host.</summary>
    public Worker Start(string name, params IEnumerable<string> arguments)
    {
        lock (OneStartAtATime)
        {
            var requests = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            var answers = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            var program = new ProcessStartInfo(Environment.ProcessPath!, [.. Dll(), "--worker", name, .. arguments]);
            program.Environment[Variable] = $"{answers.GetClientHandleAsString()} {requests.GetClientHandleAsString()}";
            Process process = Process.Start(program)!;
            requests.DisposeLocalCopyOfClientHandle();
            answers.DisposeLocalCopyOfClientHandle();
            var worker = new Worker(name, process, requests, answers, handle, ended);
            workers.Add(worker);
            return worker;
        }
    }

    /// <summary>Waits until every worker is over, also those started meanwhile.</summary>
    /// <returns>Whether all of them returned 0.</returns>
    public bool Join()
    {
        for (int i = 0; Nth(i) is { } worker; i++)
        {
            worker.Join();
        }

        return workers.TrueForAll(worker => worker.ExitCode == 0);
    }

    /// <summary>Kills the workers that are still alive: whoever leaves by an exception leaves nobody behind. After <see cref="Join"/> nothing is left to do.</summary>
    public void Dispose()
    {
        for (int i = 0; Nth(i) is { } worker; i++)
        {
            worker.Process.Kill();
            worker.Process.WaitForExit();
        }
    }

    private Worker? Nth(int i)
    {
        lock (OneStartAtATime)
        {
            return workers.ElementAtOrDefault(i);
        }
    }

    // Under `dotnet kata.dll` the process is `dotnet`, and the program is its first argument.
    private static string[] Dll() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
