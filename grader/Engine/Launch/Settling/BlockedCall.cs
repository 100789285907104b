using System.Globalization;
using System.Runtime.InteropServices;
using Grader.Launch.Linux;

namespace Grader.Launch.Settling;

/// <summary>Reads the kernel's line about a blocked system call: will the thread wake by itself?</summary>
internal static class BlockedCall
{
    // Which argument is the time-out, and how "none" looks. Numbers: syscalls(2), the tables of each architecture.
    private static readonly Dictionary<int, Timeout> Timeouts = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
        ? new()
        {
            [98] = Timeout.FutexPointer,
            [115] = Timeout.Always,
            [101] = Timeout.Always,
            [128] = Timeout.Restarted,
            [73] = Timeout.PointerAt(2),
            [72] = Timeout.PointerAt(4),
            [22] = Timeout.MillisecondsAt(3),
            [441] = Timeout.PointerAt(3),
            [137] = Timeout.PointerAt(2),
            [192] = Timeout.PointerAt(3),
            [243] = Timeout.PointerAt(4),
            [449] = Timeout.PointerAt(3),
            [455] = Timeout.PointerAt(4),
        }
        : new()
        {
            [202] = Timeout.FutexPointer,
            [35] = Timeout.Always,
            [230] = Timeout.Always,
            [219] = Timeout.Restarted,
            [7] = Timeout.MillisecondsAt(2),
            [271] = Timeout.PointerAt(2),
            [23] = Timeout.PointerAt(4),
            [270] = Timeout.PointerAt(4),
            [232] = Timeout.MillisecondsAt(3),
            [281] = Timeout.MillisecondsAt(3),
            [441] = Timeout.PointerAt(3),
            [128] = Timeout.PointerAt(2),
            [220] = Timeout.PointerAt(3),
            [299] = Timeout.PointerAt(4),
            [449] = Timeout.PointerAt(3),
            [455] = Timeout.PointerAt(4),
        };

    private static readonly int FileLock = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 32 : 73;

    // These wait as long as the socket's own option says: read, accept, accept4, recvfrom, recvmsg; and write, connect, sendto, sendmsg.
    private static readonly int[] Receiving = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? [63, 202, 242, 207, 212] : [0, 43, 288, 45, 47];
    private static readonly int[] Sending = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? [64, 203, 206, 211] : [1, 42, 44, 46];

    // These wait with a time-out in every .NET process and never act on what a learner waits for. A pool worker is not among them.
    private static readonly string[] RuntimeThreads = [".NET Tiered Com", ".NET TP Gate"];

    // So does this one while it has nothing to do; but finalizers run on it, and what a program does at its exit.
    private const string Finalizer = ".NET Finalizer";

    private const string OfTheRuntime = ".NET ";
    private static readonly string[] RunLearners = [".NET TP Worker", ".NET Long"];

    /// <summary>The thread waits with a time-out and is not one of the runtime's own.</summary>
    public static bool IsTimed(ThreadSample thread) => thread.Name != Finalizer && !RuntimeThreads.Contains(thread.Name) && HasTimeOut(thread);

    /// <summary>The finalizer thread waits with a time-out: the runtime's, mostly, or that of a method of the learner's.</summary>
    public static bool IsTimedFinalizer(ThreadSample thread) => thread.Name == Finalizer && HasTimeOut(thread);

    /// <summary>
    /// The thread waits for a lock that the runtimes of the whole machine share while they open a named mutex (flock(2) on a file under <c>/tmp/.dotnet</c>):
    /// somebody outside the run holds it, for a moment.
    /// </summary>
    public static bool WaitsForStrangers(ThreadSample thread)
    {
        var words = thread.SystemCall.Split(' ');
        return words.Length > 1
            && int.TryParse(words[0], out var number)
            && number == FileLock
            && (ProcFile.Link($"/proc/{thread.Pid}/fd/{FileOf(words)}") ?? "").Contains("/.dotnet/", StringComparison.Ordinal);
    }

    /// <summary>It stands at a gate: nobody but the probe reads single bytes from a socket.</summary>
    public static bool IsAtGate(ThreadSample thread)
    {
        var words = thread.SystemCall.Split(' ');
        return words.Length > 3
            && int.TryParse(words[0], out var number)
            && number == Receiving[0]
            && words[3] == "0x1"
            && ProcFile.Link($"/proc/{thread.Pid}/fd/{FileOf(words)}")?.StartsWith("socket:", StringComparison.Ordinal) == true;
    }

    /// <summary>The runtime has made it for itself, and no code of a learner's runs on it but finalizers.</summary>
    public static bool IsRuntimes(ThreadSample thread) =>
        thread.Name.StartsWith(OfTheRuntime, StringComparison.Ordinal) && !RunLearners.Any(name => thread.Name.StartsWith(name, StringComparison.Ordinal));

    /// <summary>It was stopped, by a signal or by the grader: only others can make it go on.</summary>
    public static bool IsStopped(ThreadSample thread) => thread.State is 'T' or 't';

    private static bool HasTimeOut(ThreadSample thread)
    {
        if (IsStopped(thread))
        {
            return false;
        }

        var words = thread.SystemCall.Split(' ');
        return int.TryParse(words[0], out var number)
            && (Timeouts.TryGetValue(number, out var timeout) ? timeout.IsSet(words[1..])
                : (Receiving.Contains(number) || Sending.Contains(number)) && SocketTimeout.IsSet(thread.Pid, FileOf(words), Receiving.Contains(number)));
    }

    /// <summary>The first argument, where it is a file descriptor.</summary>
    private static int FileOf(string[] words) => (int)long.Parse(words[1].AsSpan(2), NumberStyles.HexNumber);

    private sealed record Timeout(Func<long[], bool> Test)
    {
        public static readonly Timeout Always = new(_ => true);

        // futex(2): the fourth argument is a time-out only for FUTEX_WAIT (0) and FUTEX_WAIT_BITSET (9), FUTEX_LOCK_PI (6, 13), FUTEX_WAIT_REQUEUE_PI (11).
        public static readonly Timeout FutexPointer = new(arguments => (arguments[1] & 0x7f) is 0 or 6 or 9 or 11 or 13 && arguments[3] != 0);

        // restart_syscall(2): a signal that another thread took has woken this one for nothing, and the kernel goes on with what it was in. The number of
        // that call is lost, its arguments are not: poll(2) without a time-out (-1) comes here too, timed sleeps and futexes always have one.
        public static readonly Timeout Restarted = new(arguments => !(arguments[1] is >= 0 and < 64 and not (0 or 6 or 9 or 11 or 13) && (int)arguments[2] == -1));

        public static Timeout PointerAt(int index) => new(arguments => arguments[index] != 0);

        public static Timeout MillisecondsAt(int index) => new(arguments => (int)arguments[index] >= 0);

        public bool IsSet(string[] words) => words.Length >= 6 && Test([.. words.Take(6).Select(word => (long)ulong.Parse(word.AsSpan(2), NumberStyles.HexNumber))]);
    }
}
