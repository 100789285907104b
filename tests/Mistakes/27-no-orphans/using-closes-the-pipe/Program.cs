// mistake: too-early
// looks-right: no
// `using` on the Process object closes main's end of the worker's stdin at once, so the worker believes that main is gone while it lives.
using System.Diagnostics;

return args is ["--worker", ..] ? RunWorker() : RunMain(int.Parse(args[0]));

static int RunMain(int n)
{
    for (int i = 1; i <= n; i++)
    {
        string[] self = Path.GetFileName(Environment.ProcessPath!) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
        var info = new ProcessStartInfo(Environment.ProcessPath!, [.. self, "--worker", $"w{i}"]) { RedirectStandardInput = true };
        using Process worker = Process.Start(info)!; // <-- mistake
    }

    Console.OpenStandardInput().CopyTo(Stream.Null);
    return 0;
}

static int RunWorker()
{
    Console.WriteLine("working");
    Console.OpenStandardInput().CopyTo(Stream.Null);
    return 0;
}
