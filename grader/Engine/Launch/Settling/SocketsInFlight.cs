using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>
/// Bytes that the kernel itself still has to move: over loopback TCP, Nagle's algorithm and delayed acknowledgement can hold them for 40 ms
/// while every thread of both ends is blocked without a time-out.
/// </summary>
internal static class SocketsInFlight
{
    private const string SynSent = "02";
    private const string RetransmitTimer = "01";

    /// <summary>Whether a TCP socket of one of the processes has something in flight (proc_net_tcp.txt of the kernel's documentation).</summary>
    public static bool Any(IReadOnlyCollection<int> pids)
    {
        var busy = pids.Count == 0 ? [] : Busy(pids.First());
        return busy.Count > 0 && pids.Any(pid => ProcFile.Numbers($"/proc/{pid}/fd")
            .Select(file => ProcFile.Link($"/proc/{pid}/fd/{file}"))
            .Any(link => link is not null && busy.Contains(link)));
    }

    /// <summary>The sockets with something in flight, as their links read: <c>socket:[inode]</c>.</summary>
    private static HashSet<string> Busy(int pid)
    {
        var busy = new HashSet<string>();
        foreach (var table in new[] { "tcp", "tcp6" })
        {
            var lines = (ProcFile.Text($"/proc/{pid}/net/{table}", 1 << 20) ?? "").Split('\n');
            foreach (var line in lines.Skip(1))
            {
                // sl local remote st tx:rx timer:when retransmits uid timeout inode
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields.Length > 9 && (fields[3] == SynSent || fields[5].StartsWith(RetransmitTimer, StringComparison.Ordinal)))
                {
                    busy.Add($"socket:[{fields[9]}]");
                }
            }
        }

        return busy;
    }
}
