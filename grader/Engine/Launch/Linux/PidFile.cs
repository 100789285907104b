using System.Runtime.InteropServices;

namespace Grader.Launch.Linux;

/// <summary>
/// A file descriptor that stands for a process (pidfd_open(2)): it cannot come to mean another one when process ids are used again,
/// and it becomes readable when the process is gone.
/// </summary>
internal sealed unsafe class PidFile : IDisposable
{
    // The same on every architecture that Linux has since 5.3.
    private const int PidFdSendSignal = 424;
    private const int PidFdOpen = 434;

    // linux/pidfd.h: PIDFD_GET_INFO = _IOWR(0xFF, 11, struct pidfd_info of 64 bytes); the exit code is served since Linux 6.15.
    private const nuint GetInfo = 0xC040FF0B;
    private const ulong InfoExit = 1 << 3;

    private PidFile(int file) => File = file;

    public int File { get; }

    /// <summary>Null when there is no such process.</summary>
    public static PidFile? Open(int pid)
    {
        var file = (int)Libc.SystemCall(PidFdOpen, pid, 0, 0, 0);
        return file < 0 ? null : new PidFile(file);
    }

    public bool HasEnded()
    {
        var poll = new Libc.PollFile { File = File, Events = Libc.PollIn };
        return Libc.Poll(&poll, 1, 0) == 1;
    }

    public void Send(int signal) => Libc.SystemCall(PidFdSendSignal, File, signal, 0, 0);

    /// <summary>The wait status of a process that has been reaped; null where the kernel does not serve it.</summary>
    public int? WaitStatus()
    {
        var info = stackalloc byte[64];
        new Span<byte>(info, 64).Clear();
        *(ulong*)info = InfoExit;
        var answered = Libc.Control(File, GetInfo, info) == 0 && (*(ulong*)info & InfoExit) != 0;
        return answered ? *(int*)(info + 60) : null;
    }

    public void Dispose() => Libc.Close(File);
}
