using Grader.Launch.Linux;

namespace Grader.Launch.Stacks;

/// <summary>What a blocked thread waits on, as the kernel tells.</summary>
/// <param name="Call">The system call by its name, e.g. <c>futex</c>, <c>read</c>, <c>poll</c>; empty when the thread runs or cannot be seen.</param>
/// <param name="Timed">It goes on by itself after some time.</param>
/// <param name="Target">The file, pipe or socket it waits for, e.g. <c>pipe:[123]</c>; for a futex the file that is shared between processes (a named mutex, say); null when there is none.</param>
/// <param name="Reads">It waits for something to come (true) or for room to write (false); null when neither.</param>
/// <param name="HolderThread">The thread that holds the shared lock it waits for, by its id; null when there is none or it is not known.</param>
public sealed record KernelWait(string Call, bool Timed = false, string? Target = null, bool? Reads = null, int? HolderThread = null)
{
    public static readonly KernelWait Unknown = new("");

    public override string ToString() =>
        (Call.Length == 0 ? "nothing that can be seen" : Target is null ? Call : $"{Call}({Target})") + (Timed ? " with a time-out" : "");

    /// <summary>Reads <c>/proc/&lt;pid&gt;/task/&lt;tid&gt;/syscall</c> and what its arguments point to.</summary>
    public static KernelWait Read(int pid, int threadId)
    {
        var words = ProcessFiles.Text($"/proc/{pid}/task/{threadId}/syscall").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 7 || !int.TryParse(words[0], out var number))
        {
            return Unknown;
        }

        var arguments = words.Skip(1).Take(6).Select(word => Convert.ToUInt64(word, 16)).ToArray();
        var call = SystemCalls.Name(number);
        return call switch
        {
            "futex" => Futex(pid, arguments),
            "poll" => Poll(pid, number, arguments),
            "read" or "readv" or "pread" or "recv" or "accept" => OnFile(pid, call, arguments, reads: true),
            "write" or "writev" or "send" or "connect" => OnFile(pid, call, arguments, reads: false),
            "flock" or "fcntl" => OnFile(pid, call, arguments, reads: null),
            "epoll" => new KernelWait(call, Timed: (int)arguments[3] > 0),
            "nanosleep" => new KernelWait(call, Timed: true),
            _ => new KernelWait(call),
        };
    }

    private static KernelWait OnFile(int pid, string call, ulong[] arguments, bool? reads) =>
        new(call, Target: ProcessFiles.Target(pid, (int)arguments[0]), Reads: reads);

    private static KernelWait Poll(int pid, int number, ulong[] arguments)
    {
        // poll has its time-out in milliseconds, ppoll a pointer to one.
        var timed = number == 7 ? (int)arguments[2] >= 0 : arguments[2] != 0;
        Span<byte> first = stackalloc byte[8];
        if (arguments[1] == 0 || !ProcessMemory.TryRead(pid, arguments[0], first))
        {
            return new KernelWait("poll", timed);
        }

        const int readable = 1;
        var events = BitConverter.ToInt16(first[4..]);
        return new KernelWait("poll", timed, ProcessFiles.Target(pid, BitConverter.ToInt32(first)), (events & readable) != 0);
    }

    private static KernelWait Futex(int pid, ulong[] arguments)
    {
        var timed = arguments[3] != 0;
        if (ProcessMemory.SharedFileAt(pid, arguments[0]) is not { } file)
        {
            return new KernelWait("futex", timed);
        }

        // A robust mutex keeps its owner's thread id in the low 30 bits of the word that is waited on.
        Span<byte> word = stackalloc byte[4];
        var holder = ProcessMemory.TryRead(pid, arguments[0], word) ? BitConverter.ToInt32(word) & 0x3fffffff : 0;
        return new KernelWait("futex", timed, file, HolderThread: holder > 1 ? OwnId.ThreadCalledBy(pid, holder) : null);
    }
}
