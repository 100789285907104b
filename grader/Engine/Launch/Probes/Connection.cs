using System.Buffers.Binary;
using Grader.Launch.Linux;

namespace Grader.Launch.Probes;

/// <summary>A message of a probe: its kind (see <see cref="Wire"/>) and its body.</summary>
internal sealed record Message(Connection Connection, byte Kind, byte[] Body);

/// <summary>The grader's end of a probe's connection.</summary>
internal sealed unsafe class Connection(int socket, int pid) : IDisposable
{
    private readonly List<byte> received = [];

    public int Socket => socket;

    /// <summary>The process at the other end, as the kernel says (SO_PEERCRED of unix(7)): never what it says itself.</summary>
    public int Pid => pid;

    public bool IsAtEnd { get; private set; }

    /// <summary>Which hello it has said (see <see cref="Wire"/>); 0 before.</summary>
    public byte Hello { get; set; }

    /// <summary>The complete messages that have arrived.</summary>
    /// <exception cref="ForgedMessageException">What arrived is no message of a probe.</exception>
    public List<Message> Read()
    {
        // Whoever sends faster than anybody reads is taken in piece by piece.
        const int atMost = 4 * Wire.LongestBody;
        var buffer = stackalloc byte[16384];
        for (var taken = 0; ; taken += 16384)
        {
            var count = Libc.Read(socket, buffer, 16384);
            if (count > 0)
            {
                received.AddRange(new ReadOnlySpan<byte>(buffer, (int)count));
            }

            const int tryAgain = 11;
            IsAtEnd |= count == 0 || (count < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() is not (tryAgain or Libc.ErrorInterrupted));
            if (count < 16384 || taken > atMost)
            {
                return Parse();
            }
        }
    }

    /// <summary>Gives leave. A process that is gone by now does not matter.</summary>
    public void Answer(byte word)
    {
        const int noSignal = 0x4000;
        Libc.Send(socket, &word, 1, noSignal);
    }

    public void Dispose() => Libc.Close(socket);

    private List<Message> Parse()
    {
        var messages = new List<Message>();
        while (received.Count >= Wire.HeaderLength)
        {
            var header = received.GetRange(0, Wire.HeaderLength).ToArray();
            var length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(1));
            if (length is < 0 or > Wire.LongestBody || header[0] is < Wire.HelloLines or > Wire.Rest)
            {
                throw new ForgedMessageException("bytes that are no message");
            }

            if (received.Count < Wire.HeaderLength + length)
            {
                break;
            }

            messages.Add(new Message(this, header[0], [.. received.GetRange(Wire.HeaderLength, length)]));
            received.RemoveRange(0, Wire.HeaderLength + length);
        }

        return messages;
    }
}

/// <summary>Somebody speaks to the grader who is no probe, or a probe that has been tampered with.</summary>
internal sealed class ForgedMessageException(string reason) : Exception(reason);
