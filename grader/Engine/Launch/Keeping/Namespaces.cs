using System.Runtime.InteropServices;
using System.Text;
using Grader.Launch.Linux;

namespace Grader.Launch.Keeping;

/// <summary>
/// The namespaces of a run (namespaces(7)): network, System V objects and mounts. The keeper itself has been started in a user namespace, where anybody has the
/// rights for that, and in a namespace of processes, of which it is the init: when it ends, the kernel kills whoever is left there.
/// </summary>
internal static unsafe class Namespaces
{
    private const int NewMounts = 0x20000, NewObjects = 0x08000000, NewNetwork = 0x40000000;
    private const int OpenTree = 428, MoveMount = 429, SetMountAttributes = 442;
    private const int CurrentFolder = -100;
    private const int EmptyFromPath = 4;
    private const int Recursive = 0x8000;
    private const ulong ReadOnly = 1;

    /// <summary>The tool that makes namespaces, with what the keeper is to have; the keeper's command line follows it.</summary>
    public static string[] Starter { get; } =
        ["unshare", "--user", "--map-current-user", "--keep-caps", "--pid", "--fork", "--mount", "--mount-proc", "--ipc", "--propagation", "private"];

    /// <summary>
    /// For the keeper, before it opens a room. Nobody here makes user namespaces of his own: in one he could leave the others.
    /// And nobody turns the machine's screws: those would obey root, even one without rights.
    /// </summary>
    /// <exception cref="IOException">The kernel refuses.</exception>
    public static void Prepare()
    {
        try
        {
            File.WriteAllText("/proc/sys/user/max_user_namespaces", "0");
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException(denied.Message);
        }

        foreach (var path in new[] { "/proc/sys", "/proc/bus", "/proc/fs", "/proc/irq", "/proc/sysrq-trigger" }.Where(Path.Exists))
        {
            PutAt(path, Copy(path));
            SetReadOnly(path, true, 0);
        }
    }

    /// <summary>Takes the calling thread into new namespaces. What it starts has no rights any more, not even in there.</summary>
    /// <exception cref="IOException">The kernel refuses.</exception>
    public static void Enter(KeeperOrder order, string folder, string sharedMemory)
    {
        Check(Libc.Unshare(NewMounts | NewObjects | (order.AllowNetwork ? 0 : NewNetwork)), "unshare");
        if (!order.AllowNetwork)
        {
            StartLoopback();
        }

        // What stays writable is taken out before everything else becomes read-only, and put back in its place.
        var own = Copy(folder);
        var temporary = Copy(RunFolder.OwnTemporaryOf(folder));
        var shared = Copy(sharedMemory);
        IEnumerable<string> hidden = order.AllowNetwork ? order.Hidden : [.. order.Hidden, "/run"];
        var nothing = hidden.Where(path => !Holds(path, order.Dotnet)).Select(path => (Path: path, Copy: Copy(RunFolder.NothingOf(folder)))).ToList();
        SetReadOnly("/", true, Recursive);
        SetReadOnly("/proc", false, 0);
        PutAt("/tmp", temporary);
        Directory.CreateDirectory(folder);
        PutAt(folder, own);
        PutAt("/dev/shm", shared);
        foreach (var (path, copy) in nothing)
        {
            if (Directory.Exists(path))
            {
                PutAt(path, copy);
            }
            else
            {
                Libc.Close(copy);
            }
        }

        GiveUpRights();
    }

    private static bool Holds(string folder, string path) => (path + "/").StartsWith(folder + "/", StringComparison.Ordinal);

    private static void StartLoopback()
    {
        // struct ifreq: the name of the interface, then its flags (netdevice(7)).
        const nuint setFlags = 0x8914;
        const int internet = 2, datagram = 2;
        var request = stackalloc byte[40];
        new Span<byte>(request, 40).Clear();
        "lo"u8.CopyTo(new Span<byte>(request, 16));
        *(short*)(request + 16) = 1;
        var socket = Libc.Socket(internet, datagram | Libc.CloseOnExec, 0);
        var done = Libc.Control(socket, setFlags, request);
        Libc.Close(socket);
        Check(done, "the loopback");
    }

    /// <summary>A copy of the mount at a folder, which is nowhere yet (open_tree(2)).</summary>
    private static int Copy(string path)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            var copy = (int)Libc.SystemCall(OpenTree, CurrentFolder, (nint)name, 1 | Libc.CloseOnExec, 0);
            Check(copy < 0 ? -1 : 0, $"open_tree {path}");
            return copy;
        }
    }

    private static void SetReadOnly(string path, bool readOnly, int flags)
    {
        // struct mount_attr: what to set, what to clear, propagation, user namespace.
        var attributes = stackalloc ulong[4] { readOnly ? ReadOnly : 0, readOnly ? 0 : ReadOnly, 0, 0 };
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            Check((int)Libc.SystemCall(SetMountAttributes, CurrentFolder, (nint)name, flags, (nint)attributes, 4 * sizeof(ulong)), $"mount_setattr {path}");
        }
    }

    private static void PutAt(string path, int copy)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'), empty = "\0"u8)
        {
            var done = (int)Libc.SystemCall(MoveMount, copy, (nint)empty, CurrentFolder, (nint)name, EmptyFromPath);
            Check(done, $"move_mount {path}");
            Libc.Close(copy);
        }
    }

    /// <summary>No capability is left, and none comes back with the next program, not even for root (capabilities(7)).</summary>
    private static void GiveUpRights()
    {
        const int dropFromBounds = 24;
        for (nuint capability = 0; Libc.Prctl(dropFromBounds, capability, 0, 0, 0) == 0; capability++)
        {
        }

        var header = stackalloc int[2] { 0x20080522, 0 };
        var none = stackalloc int[6] { 0, 0, 0, 0, 0, 0 };
        Check(Libc.SetCapabilities(header, none), "capset");
        const int noNewPrivileges = 38;
        Libc.Prctl(noNewPrivileges, 1, 0, 0, 0);
    }

    private static void Check(int result, string what)
    {
        if (result != 0)
        {
            throw new IOException($"{what}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        }
    }
}
