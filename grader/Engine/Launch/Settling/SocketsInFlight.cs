using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>
/// Bytes that the kernel itself still has to move: over loopback TCP, Nagle's algorithm and delayed acknowledgement can hold them for 40 ms
/// while every thread of both ends is blocked without a time-out.
/// </summary>
internal sealed class SocketsInFlight
{
    private const string SynSent = "02";
    private const string RetransmitTimer = "01";

    // Unix sockets hold nothing back. What a socket is never changes.
    private readonly HashSet<string> unix = [];

    /// <summary>Whether a TCP socket of one of the processes has something in flight (proc_net_tcp.txt of the kernel's documentation).</summary>
    public bool Any(IReadOnlyCollection<int> pids)
    {
        // The kernel walks its whole table of connections to tell them, which takes it milliseconds: only who has such a socket at all asks.
        var others = SocketsOf(pids);
        if (others.Count == 0)
        {
            return false;
        }

        unix.UnionWith(Table(pids.First(), "unix").Where(fields => fields.Length > 6).Select(fields => Link(fields[6])));
        others.ExceptWith(unix);
        return others.Count > 0 && others.Overlaps(Busy(pids.First()));
    }

    /// <summary>The sockets of the processes that are not known to be Unix sockets.</summary>
    private HashSet<string> SocketsOf(IEnumerable<int> pids) => pids
        .SelectMany(pid => ProcFile.Numbers($"/proc/{pid}/fd").Select(file => ProcFile.Link($"/proc/{pid}/fd/{file}")))
        .OfType<string>()
        .Where(link => link.StartsWith("socket:", StringComparison.Ordinal) && !unix.Contains(link))
        .ToHashSet();

    // sl local remote st tx:rx timer:when retransmits uid timeout inode
    private static IEnumerable<string> Busy(int pid) => Table(pid, "tcp").Concat(Table(pid, "tcp6"))
        .Where(fields => fields.Length > 9 && (fields[3] == SynSent || fields[5].StartsWith(RetransmitTimer, StringComparison.Ordinal)))
        .Select(fields => Link(fields[9]));

    private static IEnumerable<string[]> Table(int pid, string name) => (ProcFile.Text($"/proc/{pid}/net/{name}", 1 << 26) ?? "")
        .Split('\n')
        .Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Link(string inode) => $"socket:[{inode}]";
}
