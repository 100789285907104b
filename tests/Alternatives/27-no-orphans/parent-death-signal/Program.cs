using System.Diagnostics;
using System.Runtime.InteropServices;

// Linux can do it by itself: each worker asks the system for a SIGKILL at the death of the thread that started it, and that is main's first.
return args is ["--worker", _, var main] ? RunWorker(int.Parse(main)) : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    for (int i = 1; i <= n; i++)
    {
        Process.Start(Environment.ProcessPath!, ["--worker", $"w{i}", $"{Environment.ProcessId}"]).Dispose();
    }

    Console.In.ReadToEnd();
    return 0;
}

static int RunWorker(int main)
{
    const int OnParentsDeath = 1;
    prctl(OnParentsDeath, 9, 0, 0, 0);
    if (getppid() != main)
    {
        return 1; // main was dead before the wish was made
    }

    Console.WriteLine("working");
    Thread.Sleep(Timeout.Infinite);
    return 0;
}

[DllImport("libc")]
static extern int prctl(int option, nuint signal, nuint unused3, nuint unused4, nuint unused5);

[DllImport("libc")]
static extern int getppid();
