// mistake: orphan
// looks-right: no
// The pipe is made by hand, and the workers inherit both of its ends: each keeps open what it waits for the end of.
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

return args is ["--worker", ..] ? RunWorker(int.Parse(args[2])) : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    int[] ends = new int[2];
    pipe(ends);
    for (int i = 1; i <= n; i++)
    {
        Start($"w{i}", $"{ends[0]}"); // <-- mistake
    }

    Console.OpenStandardInput().CopyTo(Stream.Null);
    return 0;
}

static int RunWorker(int readEnd)
{
    using var main = new FileStream(new SafeFileHandle(readEnd, ownsHandle: true), FileAccess.Read);
    Console.WriteLine("working");
    main.ReadByte();
    return 0;
}

static Process Start(string name, string readEnd) => Process.Start(Environment.ProcessPath!, ["--worker", name, readEnd]);

[DllImport("libc")]
static extern int pipe([Out] int[] ends);
