using System.ComponentModel;
using System.Runtime.InteropServices;

/// <summary>flock(2). The file is opened here and not with a FileStream: that would take a shared lock on it by itself.</summary>
sealed class FileLock : IDisposable
{
    private const int ReadWrite = 2, CloseOnExec = 0x80000, Exclusive = 2, Unlock = 8, Interrupted = 4;

    private readonly int descriptor;

    public FileLock(string path)
    {
        descriptor = open(path, ReadWrite | CloseOnExec);
        if (descriptor < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    public void Take()
    {
        while (flock(descriptor, Exclusive) != 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw new Win32Exception(Marshal.GetLastPInvokeError());
            }
        }
    }

    public void GiveBack() => flock(descriptor, Unlock);

    public void Dispose() => close(descriptor);

    [DllImport("libc", SetLastError = true)]
    private static extern int open(string path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int flock(int descriptor, int operation);

    [DllImport("libc")]
    private static extern int close(int descriptor);
}
