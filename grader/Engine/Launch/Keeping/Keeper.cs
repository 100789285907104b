using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Grader.Build;

namespace Grader.Launch.Keeping;

/// <summary>The grader's end of the keeper process. Thread-safe.</summary>
internal sealed class Keeper : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<KeeperWord>> waiting = new();
    private readonly ConcurrentDictionary<int, int> reaped = new();
    private readonly Thread listener;
    private int lastNumber;

    /// <param name="folder">The grader's folder of temporary files, which the keeper deletes when it ends.</param>
    public Keeper(string folder)
    {
        var start = new ProcessStartInfo(DotnetInstallation.Host, ["exec", typeof(Keeper).Assembly.Location, "keeper", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        process = Process.Start(start) ?? throw new InvalidOperationException("The keeper could not be started.");
        listener = new Thread(Listen) { IsBackground = true, Name = "keeper's words" };
        listener.Start();
    }

    public int Pid => process.Id;

    /// <summary>Starts a program; its pid, or the error number of posix_spawn(3) as a negative number.</summary>
    /// <exception cref="IOException">The keeper is gone.</exception>
    public int Spawn(SpawnRequest request)
    {
        var number = Interlocked.Increment(ref lastNumber);
        var answer = waiting.GetOrAdd(number, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (process)
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(request with { Number = number }));
            process.StandardInput.Flush();
        }

        var word = answer.Task.GetAwaiter().GetResult();
        return word.Pid > 0 ? word.Pid : -word.Status;
    }

    /// <summary>The wait status of a process that the keeper has reaped; null for any other. Each is told once.</summary>
    public int? WaitStatus(int pid) => reaped.TryRemove(pid, out var status) ? status : null;

    public void Dispose()
    {
        lock (process)
        {
            process.StandardInput.Close();
        }

        process.WaitForExit();
        listener.Join();
        process.Dispose();
    }

    private void Listen()
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var word = JsonSerializer.Deserialize<KeeperWord>(line)!;
            if (word.Number == 0)
            {
                reaped[word.Pid] = word.Status;
            }
            else if (waiting.TryRemove(word.Number, out var answer))
            {
                answer.SetResult(word);
            }
        }

        foreach (var answer in waiting.Values)
        {
            answer.TrySetException(new IOException("The keeper is gone."));
        }
    }
}
