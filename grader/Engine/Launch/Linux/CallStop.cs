using System.Runtime.InteropServices;

namespace Grader.Launch.Linux;

/// <summary>Where at a system call a traced thread is stopped: <c>PTRACE_GET_SYSCALL_INFO</c> of ptrace(2), since Linux 5.3.</summary>
/// <param name="IsBefore">The call is still to be made.</param>
/// <param name="Result">What it returned, a negative error number where it failed; 0 before it.</param>
internal sealed record CallStop(bool IsBefore, long Result)
{
    private const int GetCallInfo = 0x420e;
    private const byte Entry = 1;
    private const byte Exit = 2;

    /// <summary>Null when it is not stopped at a call, or the kernel does not tell.</summary>
    public static unsafe CallStop? Of(int thread)
    {
        Info info;
        return Libc.Trace(GetCallInfo, thread, sizeof(Info), (nint)(&info)) <= 0 ? null : info.Kind switch
        {
            Entry => new CallStop(true, 0),
            Exit => new CallStop(false, info.Result),
            _ => null,
        };
    }

    // struct ptrace_syscall_info: op, arch, instruction_pointer, stack_pointer, then by op the number and six arguments, or the result and whether it is an error.
    [StructLayout(LayoutKind.Explicit, Size = 88)]
    private struct Info
    {
        [FieldOffset(0)]
        public byte Kind;

        [FieldOffset(24)]
        public long Result;
    }
}
