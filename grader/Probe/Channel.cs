using System.Buffers.Binary;
using System.Text;

namespace Grader.Probe;

/// <summary>A connection to the grader. When the grader's end is gone, this process ends: nobody is left to grade it.</summary>
internal sealed unsafe class Channel
{
    private readonly int socket;

    private Channel(int socket) => this.socket = socket;

    public static Channel Open(string path)
    {
        // struct sockaddr_un: the family (2 bytes), then the path, closed by a zero: unix(7).
        var name = Encoding.UTF8.GetBytes(path);
        var address = stackalloc byte[110];
        new Span<byte>(address, 110).Clear();
        BinaryPrimitives.WriteInt16LittleEndian(new Span<byte>(address, 2), Libc.UnixFamily);
        name.AsSpan(0, Math.Min(name.Length, 107)).CopyTo(new Span<byte>(address + 2, 107));
        var socket = Libc.Socket(Libc.UnixFamily, Libc.StreamCloseOnExec, 0);
        if (socket < 0 || Libc.Connect(socket, address, 110) != 0)
        {
            Libc.EndThisProcess();
        }

        return new Channel(socket);
    }

    public void Say(byte kind, ReadOnlySpan<byte> body)
    {
        Span<byte> message = new byte[Wire.HeaderLength + body.Length];
        message[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(message[1..], body.Length);
        body.CopyTo(message[Wire.HeaderLength..]);
        fixed (byte* start = message)
        {
            for (nint sent = 0; sent < message.Length;)
            {
                sent += Moved(Libc.Send(socket, start + sent, message.Length - sent, Libc.NoSignal));
            }
        }
    }

    /// <summary>Says something and waits, for as long as the grader likes, for its leave.</summary>
    public byte Ask(byte kind, ReadOnlySpan<byte> body)
    {
        Say(kind, body);
        byte answer = 0;
        while (Moved(Libc.Read(socket, &answer, 1)) == 0)
        {
        }

        return answer;
    }

    /// <summary>The number of bytes that were moved; 0 when a signal came in between.</summary>
    private static nint Moved(nint result)
    {
        if (result > 0)
        {
            return result;
        }

        if (result == 0 || System.Runtime.InteropServices.Marshal.GetLastSystemError() != Libc.Interrupted)
        {
            Libc.EndThisProcess();
        }

        return 0;
    }
}
