using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>
/// The time-out of a socket's calls (SO_RCVTIMEO and SO_SNDTIMEO of socket(7), <c>ReceiveTimeout</c> in .NET). It is not among the arguments of the call, so
/// the socket is asked: pidfd_getfd(2) lends it for a moment.
/// </summary>
internal static unsafe class SocketTimeout
{
    private const int PidFdGetFd = 438;
    private const int SocketLevel = 1;
    private const int ReceiveTimeout = 20;
    private const int SendTimeout = 21;

    /// <summary>False also where the file is no socket, or the machine does not lend it.</summary>
    public static bool IsSet(int pid, int file, bool receiving)
    {
        if (ProcFile.Link($"/proc/{pid}/fd/{file}")?.StartsWith("socket:", StringComparison.Ordinal) != true || PidFile.Open(pid) is not { } process)
        {
            return false;
        }

        using (process)
        {
            var socket = (int)Libc.SystemCall(PidFdGetFd, process.File, file, 0, 0);
            if (socket < 0)
            {
                return false;
            }

            // Seconds and microseconds.
            var time = stackalloc long[2];
            var length = 2 * sizeof(long);
            var asked = Libc.GetSocketOption(socket, SocketLevel, receiving ? ReceiveTimeout : SendTimeout, time, &length) == 0;
            Libc.Close(socket);
            return asked && (time[0] != 0 || time[1] != 0);
        }
    }
}
