using Grader.Launch.Linux;

namespace Grader.Launch.Keeping;

/// <summary>Open files that go from one process to another over a socket (SCM_RIGHTS of unix(7)): who is in a namespace cannot open them by path.</summary>
internal static unsafe class PassedFiles
{
    private const int SocketLevel = 1;
    private const int Rights = 1;
    private const int HeaderSize = 16;
    private const int MostFiles = 8;

    public static void Send(int socket, ReadOnlySpan<int> files)
    {
        var control = stackalloc byte[HeaderSize + (MostFiles * sizeof(int))];
        var length = HeaderSize + (files.Length * sizeof(int));
        *(nint*)control = length;
        ((int*)control)[2] = SocketLevel;
        ((int*)control)[3] = Rights;
        files.CopyTo(new Span<int>(control + HeaderSize, files.Length));
        byte something = 1;
        var piece = new Libc.Piece { Start = &something, Length = 1 };
        var message = new Libc.Message { Pieces = &piece, PieceCount = 1, Control = control, ControlLength = Aligned(length) };
        const int noSignal = 0x4000;
        if (Libc.SendMessage(socket, &message, noSignal) != 1)
        {
            throw new IOException("The keeper is gone.");
        }
    }

    /// <summary>Waits for so many files; fewer when the other end is gone.</summary>
    public static int[] Receive(int socket, int count)
    {
        var control = stackalloc byte[HeaderSize + (MostFiles * sizeof(int))];
        byte something;
        var piece = new Libc.Piece { Start = &something, Length = 1 };
        var message = new Libc.Message { Pieces = &piece, PieceCount = 1, Control = control, ControlLength = Aligned(HeaderSize + (count * sizeof(int))) };
        const int closeOnExec = 0x40000000;
        var arrived = Libc.ReceiveMessage(socket, &message, closeOnExec) == 1 && message.ControlLength >= HeaderSize;
        return arrived ? new Span<int>(control + HeaderSize, (int)(*(nint*)control - HeaderSize) / sizeof(int)).ToArray() : [];
    }

    private static nint Aligned(int length) => (length + 7) & ~7;
}
