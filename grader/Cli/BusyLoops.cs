using System.Diagnostics;

namespace Grader.Cli;

/// <summary>Processes that keep the processors busy. They end when this is disposed, and also when the process that started them dies.</summary>
public sealed class BusyLoops : IDisposable
{
    private readonly List<Process> loops = [];

    public BusyLoops(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(BusyLoops).Assembly.Location, "busy"]) { RedirectStandardInput = true };
            loops.Add(Process.Start(start)!);
        }
    }

    public void Dispose()
    {
        foreach (var loop in loops)
        {
            // The end of its input ends it.
            loop.StandardInput.Close();
            loop.WaitForExit();
            loop.Dispose();
        }
    }
}
