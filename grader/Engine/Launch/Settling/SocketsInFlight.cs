using System.Globalization;
using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>
/// Bytes that the kernel itself still has to move: over loopback TCP, Nagle's algorithm and delayed acknowledgement can hold them for 40 ms
/// while every thread of both ends is blocked without a time-out; and on a busy machine packets wait for the kernel's own thread.
/// </summary>
internal sealed class SocketsInFlight
{
    private const string SynSent = "02";
    private const string RetransmitTimer = "01";

    // An IPv4 address in the table of IPv6.
    private const string Mapped = "0000000000000000FFFF0000";

    // Unix sockets hold nothing back. What a socket is never changes.
    private readonly HashSet<string> unix = [];

    /// <summary>
    /// Whether something is on its way to or from a socket of one of the processes (proc_net_tcp.txt of the kernel's documentation). The sender may be closed
    /// already, with its last words still to come.
    /// </summary>
    public bool Any(IReadOnlyCollection<int> pids)
    {
        // The kernel walks its whole table of connections to tell them, which takes it milliseconds: only who has such a socket at all asks.
        var inodes = InodesOf(pids);
        if (inodes.Count == 0)
        {
            return false;
        }

        var one = pids.First();
        unix.UnionWith(Table(one, "unix").Where(fields => fields.Length > 6).Select(fields => fields[6]));
        inodes.ExceptWith(unix);
        if (inodes.Count == 0)
        {
            return false;
        }

        var connections = Table(one, "tcp").Concat(Table(one, "tcp6")).Where(fields => fields.Length > 9).Select(fields => new Connection(fields)).ToList();
        var own = connections.Where(connection => inodes.Contains(connection.Inode)).Select(connection => (connection.Local, connection.Remote)).ToHashSet();
        return PacketsWait(one) || connections.Any(connection =>
            connection.IsBusy && (own.Contains((connection.Local, connection.Remote)) || own.Contains((connection.Remote, connection.Local))));
    }

    /// <summary>The sockets of the processes that are not known to be Unix sockets.</summary>
    private HashSet<string> InodesOf(IEnumerable<int> pids)
    {
        const string socket = "socket:[";
        return pids
            .SelectMany(pid => ProcFile.Numbers($"/proc/{pid}/fd").Select(file => ProcFile.Link($"/proc/{pid}/fd/{file}")))
            .OfType<string>()
            .Where(link => link.StartsWith(socket, StringComparison.Ordinal))
            .Select(link => link[socket.Length..^1])
            .Where(inode => !unix.Contains(inode))
            .ToHashSet();
    }

    /// <summary>A packet has been sent and its receiver does not know yet: the twelfth column counts those that wait on a processor (net/core/net-procfs.c).</summary>
    private static bool PacketsWait(int pid) => (ProcFile.Text($"/proc/{pid}/net/softnet_stat", 1 << 20) ?? "")
        .Split('\n')
        .Select(line => line.Split(' '))
        .Any(fields => fields.Length > 12 && int.Parse(fields[11], NumberStyles.HexNumber, CultureInfo.InvariantCulture) > 0);

    private static IEnumerable<string[]> Table(int pid, string name) => (ProcFile.Text($"/proc/{pid}/net/{name}", 1 << 26) ?? "")
        .Split('\n')
        .Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A line of the table: sl local remote st tx:rx timer:when retransmits uid timeout inode.</summary>
    private sealed class Connection(string[] fields)
    {
        public string Local { get; } = Plain(fields[1]);

        public string Remote { get; } = Plain(fields[2]);

        public string Inode => fields[9];

        public bool IsBusy => fields[3] == SynSent || fields[5].StartsWith(RetransmitTimer, StringComparison.Ordinal);

        private static string Plain(string address) => address.StartsWith(Mapped, StringComparison.Ordinal) ? address[Mapped.Length..] : address;
    }
}
