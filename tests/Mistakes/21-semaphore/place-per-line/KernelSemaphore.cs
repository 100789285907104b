using System.ComponentModel;
using System.Runtime.InteropServices;

/// <summary>semget(2) and its family, a set of one semaphore.</summary>
sealed class KernelSemaphore(int id)
{
    private const int Private = 0, OwnerOnly = 0x180, SetValue = 16, RemoveId = 0, Interrupted = 4;
    private const short Undo = 0x1000;

    public int Id => id;

    public static KernelSemaphore Create(int value)
    {
        // "Private" means a new one that no name leads to: its id is handed to the workers.
        var created = new KernelSemaphore(Check(semget(Private, 1, OwnerOnly)));
        Check(semctl(created.Id, 0, SetValue, value));
        return created;
    }

    public void Take() => Change(-1);

    public void GiveBack() => Change(1);

    public void Remove() => Check(semctl(id, 0, RemoveId, 0));

    private void Change(short by)
    {
        var operation = new Operation { Change = by, Flags = Undo };
        while (semop(id, ref operation, 1) != 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw new Win32Exception(Marshal.GetLastPInvokeError());
            }
        }
    }

    private static int Check(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [DllImport("libc", SetLastError = true)]
    private static extern int semget(int key, int count, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int semctl(int id, int number, int command, int value);

    [DllImport("libc", SetLastError = true)]
    private static extern int semop(int id, ref Operation operation, nuint count);

    [StructLayout(LayoutKind.Sequential)]
    private struct Operation
    {
        public ushort Number;
        public short Change;
        public short Flags;
    }
}
