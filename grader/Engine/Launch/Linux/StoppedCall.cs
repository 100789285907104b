using System.Globalization;
using System.Runtime.InteropServices;

namespace Grader.Launch.Linux;

/// <summary>The system call that a thread is in, or is stopped at: <c>/proc/[pid]/syscall</c>.</summary>
internal sealed record StoppedCall(int Thread, int Number, long[] Arguments)
{
    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    // read, write, poll, nanosleep, recvfrom, recvmsg, wait4, fcntl, flock, futex, restart_syscall, clock_nanosleep, waitid, ppoll: signal(7).
    private static readonly int[] Restarted = IsArm
        ? [63, 64, 101, 207, 212, 260, 25, 32, 98, 128, 115, 95, 73]
        : [0, 1, 7, 35, 45, 47, 61, 72, 73, 202, 219, 230, 247, 271];

    // lseek, mmap, mprotect, munmap, brk, rt_sigaction, rt_sigprocmask, sched_yield, mremap, mincore, madvise, getpid, getrusage, sigaltstack, prctl, gettid,
    // sched_setaffinity, sched_getaffinity, clock_gettime, clock_getres, newfstatat, fstat, statx, set_robust_list, pipe2, membarrier, rseq, readlink(at),
    // (f)access(at), getdents64, getcwd, uname, getrandom, sysinfo, fadvise64, memfd_create, prlimit64, getppid, sched_setscheduler, sched_getscheduler,
    // sched_get_priority_max, sched_get_priority_min.
    private static readonly int[] OfNobodyElse = IsArm
        ? [62, 222, 226, 215, 214, 134, 135, 124, 216, 232, 233, 172, 165, 132, 167, 178, 122, 123, 113, 114, 79, 80, 291, 99, 59, 283, 293, 78, 48, 439, 61, 17, 160, 278, 179, 223, 279, 261, 173, 119, 120, 125, 126]
        : [8, 9, 10, 11, 12, 13, 14, 24, 25, 27, 28, 39, 98, 131, 157, 186, 203, 204, 228, 229, 262, 5, 4, 6, 332, 273, 293, 324, 334, 89, 267, 21, 269, 439, 217, 79, 63, 318, 99, 221, 319, 302, 110, 144, 145, 146, 147];

    // These concern others only where others know the file: read, pread64, close, fcntl.
    private static readonly int[] OnFiles = IsArm ? [63, 67, 57, 25] : [0, 17, 3, 72];

    private static readonly string[] Folders = ["/usr/", "/lib", "/etc/", "/proc/", "/sys/", "/dev/urandom"];
    private static readonly string[] Parts = [".dll", ".so", ".pdb", ".json"];

    private const int TryAgain = 11;
    private static readonly int Futex = IsArm ? 98 : 202;

    // sched_yield, nanosleep, clock_nanosleep.
    private static readonly int[] Naps = IsArm ? [124, 101, 115] : [24, 35, 230];
    private static readonly int Restart = IsArm ? 128 : 219;
    private static readonly int OpenAt = IsArm ? 56 : 257;

    /// <summary>Null when the thread is gone, or runs.</summary>
    public static StoppedCall? Of(int thread) =>
        ProcFile.Text($"/proc/{thread}/syscall")?.Split(' ') is [var call, .. var rest] && rest.Length >= 6 && int.TryParse(call, CultureInfo.InvariantCulture, out var number)
            ? new StoppedCall(thread, number, [.. rest.Take(6).Select(word => (long)ulong.Parse(word.AsSpan(2), NumberStyles.HexNumber))])
            : null;

    /// <summary>Interrupted, it goes on; others fail then.</summary>
    public bool GoesOnAfterwards => Restarted.Contains(Number);

    /// <summary>It may give somebody else a chance, or take it from him.</summary>
    public bool ConcernsOthers => !OfNobodyElse.Contains(Number) && !OnlyWaits && !OnlyLooks && !(OnFiles.Contains(Number) && IsOfNobody);

    /// <summary>It has woken nobody (futex(2)), or there was nothing to be had or no room (EAGAIN): nobody can know that it was made.</summary>
    /// <param name="result">As in <see cref="CallStop.Result"/>.</param>
    public bool HasDoneNothing(long result) => result == -TryAgain || (Number == Futex && (Arguments[1] & 0x7f) is 1 or 10 && result == 0);

    /// <summary>Whom it wakes, if anybody, waits in the same process and at this address; null for any other call (FUTEX_WAKE with FUTEX_PRIVATE_FLAG: futex(2)).</summary>
    public long? WokenAddress => Number == Futex && Arguments[1] == 0x81 ? Arguments[0] : null;

    /// <summary>It waits to be woken at this address, or may: of a call that was restarted the number is lost (restart_syscall(2)).</summary>
    public bool MayWaitAt(long address) => Number == Restart || (OnlyWaits && Arguments[0] == address);

    /// <summary>It gives way to others, or waits by time: whoever makes it may come back to it again and again until somebody else has gone on.</summary>
    public bool Yields => Naps.Contains(Number) || (OnlyWaits && Arguments[3] != 0);

    // FUTEX_WAIT and FUTEX_WAIT_BITSET: futex(2).
    private bool OnlyWaits => Number == Futex && (Arguments[1] & 0x7f) is 0 or 9;

    // O_RDONLY, and nothing that makes a file: open(2).
    private bool OnlyLooks => Number == OpenAt && (Arguments[2] & (3 | 0x40)) == 0;

    /// <summary>The machine's, or the program's own parts: nobody writes there, and nobody waits for its end.</summary>
    private bool IsOfNobody => ProcFile.Link($"/proc/{Thread}/fd/{(int)Arguments[0]}") is { } path
        && (Folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) || Parts.Any(part => path.EndsWith(part, StringComparison.Ordinal)));
}
