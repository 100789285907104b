// mistake: polling
// looks-right: yes
// Ten times a second every worker asks the system whether its parent is still the same.
using System.Diagnostics;
using System.Runtime.InteropServices;

return args is ["--worker", ..] ? RunWorker(int.Parse(args[2])) : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    for (int i = 1; i <= n; i++)
    {
        Start($"w{i}", $"{Environment.ProcessId}");
    }

    Console.OpenStandardInput().CopyTo(Stream.Null);
    return 0;
}

static int RunWorker(int main)
{
    Console.WriteLine("working");
    while (getppid() == main)
    {
        Thread.Sleep(100); // <-- mistake
    }

    return 0;
}

static Process Start(string name, string main) => Process.Start(Environment.ProcessPath!, ["--worker", name, main]);

[DllImport("libc")]
static extern int getppid();
