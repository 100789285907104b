using System.Runtime.InteropServices;

namespace Grader.Launch.Stacks;

/// <summary>The names of the system calls that a thread can block in, by their numbers on this machine's processor.</summary>
internal static class SystemCalls
{
    private static readonly Dictionary<int, string> Names = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
        ? new()
        {
            [63] = "read",
            [64] = "write",
            [65] = "readv",
            [66] = "writev",
            [67] = "pread",
            [72] = "select",
            [73] = "poll",
            [207] = "recv",
            [212] = "recv",
            [206] = "send",
            [211] = "send",
            [202] = "accept",
            [242] = "accept",
            [203] = "connect",
            [260] = "wait4",
            [95] = "waitid",
            [32] = "flock",
            [25] = "fcntl",
            [22] = "epoll",
            [98] = "futex",
            [101] = "nanosleep",
            [115] = "nanosleep",
            [137] = "sigwait",
            [133] = "sigwait",
            [56] = "open",
        }
        : new()
        {
            [0] = "read",
            [1] = "write",
            [19] = "readv",
            [20] = "writev",
            [17] = "pread",
            [23] = "select",
            [270] = "select",
            [7] = "poll",
            [271] = "poll",
            [45] = "recv",
            [47] = "recv",
            [44] = "send",
            [46] = "send",
            [43] = "accept",
            [288] = "accept",
            [42] = "connect",
            [61] = "wait4",
            [247] = "waitid",
            [73] = "flock",
            [72] = "fcntl",
            [232] = "epoll",
            [281] = "epoll",
            [202] = "futex",
            [35] = "nanosleep",
            [230] = "nanosleep",
            [128] = "sigwait",
            [130] = "sigwait",
            [34] = "sigwait",
            [257] = "open",
            [2] = "open",
        };

    public static string Name(int number) => Names.GetValueOrDefault(number, $"system call {number}");
}
