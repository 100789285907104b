// hostile: passed namespaces
// A right program, unless it can make namespaces of its own or undo the mounts that keep it in.
using System.Diagnostics;
using System.Runtime.InteropServices;

switch (args)
{
    case ["--worker", "square", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("First processor is done");
        break;

    case ["--worker", "cube", var number]:
        Console.WriteLine($"{long.Parse(number) * long.Parse(number) * long.Parse(number)}");
        Console.WriteLine("Second processor is done");
        break;

    case [var number]:
        const int newUser = 0x10000000, newMounts = 0x20000;
        foreach (var (what, result) in new[] { ("user", Libc.Unshare(newUser)), ("mounts", Libc.Unshare(newMounts)), ("umount", Libc.Unmount("/tmp", 2)), ("remount", Libc.Mount(null, "/", null, 32, 0)) })
        {
            if (result == 0)
            {
                Console.WriteLine($"{what}: done");
            }
        }
        Run("square", number);
        Run("cube", number);
        Console.WriteLine("Done");
        break;
}

static void Run(string worker, string number)
{
    using var process = Process.Start(Environment.ProcessPath!, ["--worker", worker, number]);
    process.WaitForExit();
}

internal static partial class Libc
{
    [DllImport("libc", EntryPoint = "unshare")]
    public static extern int Unshare(int flags);

    [DllImport("libc", EntryPoint = "umount2")]
    public static extern int Unmount(string path, int flags);

    [DllImport("libc", EntryPoint = "mount")]
    public static extern int Mount(string? source, string path, string? kind, nuint flags, nint data);
}
