using System.Net.Sockets;
using System.Text.Json;
using Grader.Launch.Linux;

namespace Grader.Launch.Keeping;

/// <summary>
/// The keeper: parent and sub-reaper of all runs of a grader. It starts programs when it is asked to, reaps whatever it is or becomes the parent of,
/// and says so. When its input ends the grader is gone, whatever happened to it: then it kills every descendant and deletes the grader's folder.
/// </summary>
internal static unsafe class KeeperProgram
{
    private const int ChildSubreaper = 36;

    public static int Run(string arguments)
    {
        var order = JsonSerializer.Deserialize<KeeperOrder>(arguments)!;

        // A session of its own: Ctrl-C in the terminal is for the grader alone, which ends the keeper by closing the pipe.
        Libc.SetSid();
        LimitWhatIsInherited();
        Libc.Prctl(ChildSubreaper, 1, 0, 0, 0);
        using var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var rooms = new Rooms(order);
        var trouble = order.Namespaces ? Try(rooms) : null;
        answers.WriteLine(JsonSerializer.Serialize(rooms.Protection with { WhyNot = trouble ?? "" }));
        if (trouble is not null)
        {
            return 1;
        }

        using var files = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        files.Connect(new UnixDomainSocketEndPoint(order.Socket));
        using var started = new SemaphoreSlim(0);
        var ended = false;
        var reaper = new Thread(() => Reap(answers, started, () => Volatile.Read(ref ended))) { Name = "reaper" };
        reaper.Start();

        using var requests = new StreamReader(Console.OpenStandardInput());
        while (requests.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize<SpawnRequest>(line)!;
            if (request.Number == 0)
            {
                rooms.Close(request.Room);
            }
            else
            {
                Say(answers, Start(request, rooms, (int)files.Handle));
                started.Release();
            }
        }

        KillAll();
        Volatile.Write(ref ended, true);
        started.Release();
        reaper.Join();
        DeleteFolder(order.Folder);
        DeleteFolder(order.SharedMemory);
        return 0;
    }

    private static string? Try(Rooms rooms)
    {
        try
        {
            Namespaces.Prepare();
            return rooms.Try();
        }
        catch (IOException refused)
        {
            return refused.Message;
        }
    }

    private static KeeperWord Start(SpawnRequest request, Rooms rooms, int socket)
    {
        const int streams = 3;
        var files = PassedFiles.Receive(socket, streams);
        var word = new KeeperWord(request.Number, 0, Libc.ErrorNoEntry);
        if (files.Length == streams)
        {
            var room = rooms.Of(request.Room, request.SharedMemory);
            room.Do(() => word = room.Trouble is { } trouble ? new KeeperWord(request.Number, 0, 0, trouble) : Spawner.Spawn(request, files));
        }

        files.ToList().ForEach(file => Libc.Close(file));
        return word;
    }

    /// <summary>
    /// No core files, not all too many open files, and the first to go when memory is short. The size of files is not limited in this way:
    /// the runtime itself makes a file in memory of 2 GB.
    /// </summary>
    private static void LimitWhatIsInherited()
    {
        const int openFiles = 7, core = 4;
        SetLimit(core, 0);
        SetLimit(openFiles, 4096);
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            // Then the kernel chooses by size alone.
        }
    }

    private static void SetLimit(int resource, ulong value)
    {
        // struct rlimit: the current value, and the highest that may be asked for (getrlimit(2)).
        var limit = stackalloc ulong[2];
        if (Libc.GetLimit(resource, limit) == 0)
        {
            limit[1] = Math.Min(limit[1], value);
            limit[0] = Math.Min(limit[0], limit[1]);
            Libc.SetLimit(resource, limit);
        }
    }

    /// <summary>The keeper has no other children than its runs and the orphans that it adopts, so it may wait for any.</summary>
    private static void Reap(StreamWriter answers, SemaphoreSlim started, Func<bool> ended)
    {
        while (true)
        {
            int status;
            var pid = Libc.WaitPid(-1, &status, 0);
            if (pid > 0)
            {
                Say(answers, new KeeperWord(0, pid, status));
            }
            else if (ended())
            {
                return;
            }
            else
            {
                started.Wait();
            }
        }
    }

    private static void Say(StreamWriter answers, KeeperWord word)
    {
        lock (answers)
        {
            try
            {
                answers.WriteLine(JsonSerializer.Serialize(word));
            }
            catch (IOException)
            {
                // The grader is gone; the end of the input says so too.
            }
        }
    }

    private static void KillAll()
    {
        var own = Environment.ProcessId;

        // Who is stopped starts nobody; so also a crowd that starts processes faster than they are killed is complete at some time.
        const int rounds = 100;
        var stopped = new HashSet<int>();
        for (var round = 0; round < rounds && Descendants.Of(own).Where(stopped.Add).ToList() is { Count: > 0 } more; round++)
        {
            more.ForEach(pid => Libc.Kill(pid, Libc.SignalStop));
        }

        while (Descendants.Of(own) is { Count: > 0 } left)
        {
            foreach (var pid in left)
            {
                Libc.Kill(pid, Libc.SignalKill);
            }

            Thread.Yield();
        }
    }

    private static void DeleteFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Deleted already by a grader that ended in an orderly way.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}
