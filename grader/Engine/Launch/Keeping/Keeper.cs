using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Grader.Launch.Linux;

namespace Grader.Launch.Keeping;

/// <summary>The grader's end of the keeper process. Thread-safe.</summary>
internal sealed unsafe class Keeper : IDisposable
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<KeeperWord>> waiting = new();
    private readonly ConcurrentDictionary<int, int> reaped = new();
    private readonly Lock asking = new();
    private readonly Task<KeeperStart> started;
    private readonly Thread listener;
    private int lastNumber;

    /// <param name="folder">The grader's folder of temporary files, which the keeper deletes when it ends.</param>
    /// <param name="sharedMemory">Likewise under <c>/dev/shm</c>; made in namespaces only.</param>
    /// <param name="isolation">What the keeper's runs are kept away from.</param>
    public Keeper(string folder, string sharedMemory, Isolation isolation)
    {
        var ready = new TaskCompletionSource<KeeperStart>(TaskCreationOptions.RunContinuationsAsynchronously);
        started = ready.Task;
        listener = new Thread(() =>
        {
            try
            {
                ready.SetResult(KeeperStart.Begin(folder, sharedMemory, isolation));
            }
            catch (Exception trouble)
            {
                ready.SetException(trouble);
                return;
            }

            Listen();
        })
        {
            IsBackground = true,
            Name = "keeper's words",
        };
        listener.Start();
    }

    /// <summary>The keeper as the grader sees it.</summary>
    public int Pid => Begun.Pid;

    /// <exception cref="NoSandboxException">Namespaces were asked for and cannot be had.</exception>
    public Protection Protection => Begun.Protection;

    private KeeperStart Begun => started.GetAwaiter().GetResult();

    /// <summary>Starts a program; its pid, or the error number of posix_spawn(3) as a negative number.</summary>
    /// <param name="request">What to start.</param>
    /// <param name="input">The path of its standard input; likewise the others.</param>
    /// <exception cref="IOException">The keeper is gone, or the kernel gives no namespaces.</exception>
    public int Spawn(SpawnRequest request, string input, string output, string error)
    {
        const int read = 0, write = 1;
        int[] streams = [Open(input, read), Open(output, write), Open(error, write)];
        var number = Interlocked.Increment(ref lastNumber);
        var answer = waiting.GetOrAdd(number, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            lock (asking)
            {
                Begun.Say(request with { Number = number });
                PassedFiles.Send(Begun.Socket, streams);
            }
        }
        finally
        {
            streams.ToList().ForEach(stream => Libc.Close(stream));
        }

        var word = answer.Task.GetAwaiter().GetResult();
        return word.Trouble is { } trouble ? throw new IOException(trouble)
            : word.Pid > 0 ? AsSeenHere(word.Pid)
            : -word.Status;
    }

    /// <summary>Nothing more is started for this run.</summary>
    public void CloseRoom(string room)
    {
        lock (asking)
        {
            Begun.Say(new SpawnRequest(0, room, "", "", [], [], "", false, 0));
        }
    }

    /// <summary>The wait status of a process that the keeper has reaped, by the pid that it had for itself; null for any other. Each is told once.</summary>
    public int? WaitStatus(int ownPid) => reaped.TryRemove(ownPid, out var status) ? status : null;

    public void Dispose()
    {
        // A keeper that has not begun is waited for: then it can be told to end.
        ((IAsyncResult)started).AsyncWaitHandle.WaitOne();
        if (started.IsCompletedSuccessfully)
        {
            Begun.End();
        }

        listener.Join();
        if (started.IsCompletedSuccessfully)
        {
            Begun.Dispose();
        }
    }

    private static int Open(string path, int flags)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            var file = Libc.Open(name, flags | Libc.CloseOnExec);
            return file >= 0 ? file : throw new IOException($"{path} cannot be opened.");
        }
    }

    /// <summary>The pid that the grader sees for one that the keeper sees; 0 when it is gone by now.</summary>
    private int AsSeenHere(int pid) => !Protection.Namespaces ? pid : Descendants.ChildrenOf(Pid).FirstOrDefault(child => OwnId.OfProcess(child) == pid);

    private void Listen()
    {
        while (Begun.Process.StandardOutput.ReadLine() is { } line)
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
