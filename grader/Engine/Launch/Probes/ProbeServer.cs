using System.Text;
using Grader.Launch.Linux;

namespace Grader.Launch.Probes;

/// <summary>The socket that the probes of one run connect to.</summary>
internal sealed unsafe class ProbeServer : IDisposable
{
    private const int UnixFamily = 1;
    private const int StreamNonBlockingCloseOnExec = 1 | Libc.NonBlocking | Libc.CloseOnExec;
    private readonly List<Connection> connections = [];

    /// <param name="path">At most 107 bytes.</param>
    public ProbeServer(string path)
    {
        Socket = Libc.Socket(UnixFamily, StreamNonBlockingCloseOnExec, 0);
        var address = stackalloc byte[110];
        new Span<byte>(address, 110).Clear();
        *(short*)address = UnixFamily;
        Encoding.UTF8.GetBytes(path).CopyTo(new Span<byte>(address + 2, 107));
        if (Socket < 0 || Libc.Bind(Socket, address, 110) != 0 || Libc.Listen(Socket, 4096) != 0)
        {
            throw new IOException($"The grader cannot listen at {path}.");
        }
    }

    public int Socket { get; }

    public IReadOnlyList<Connection> Connections => connections;

    /// <summary>Takes in who has connected, without waiting. Where there is a crowd at the door, the rest of it comes in the next time.</summary>
    public void Accept()
    {
        const int atATime = 64;
        for (var i = 0; i < atATime; i++)
        {
            var socket = Libc.Accept(Socket, null, null, Libc.NonBlocking | Libc.CloseOnExec);
            if (socket < 0)
            {
                return;
            }

            connections.Add(new Connection(socket, PeerOf(socket)));
        }
    }

    public void Forget(Connection connection)
    {
        connections.Remove(connection);
        connection.Dispose();
    }

    public void Dispose()
    {
        foreach (var connection in connections)
        {
            connection.Dispose();
        }

        Libc.Close(Socket);
    }

    private static int PeerOf(int socket)
    {
        // struct ucred: pid, uid, gid (unix(7)).
        const int socketLevel = 1, peerCredentials = 17;
        var credentials = stackalloc int[3];
        var length = 12;
        return Libc.GetSocketOption(socket, socketLevel, peerCredentials, credentials, &length) == 0 ? credentials[0] : 0;
    }
}
