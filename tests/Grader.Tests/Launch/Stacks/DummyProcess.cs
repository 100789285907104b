using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Grader.Launch;
using Grader.Launch.Stacks;

namespace Grader.Tests.Launch.Stacks;

/// <summary>The helper program, started with a verb; it and its children are killed at the end.</summary>
internal sealed class DummyProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string Folder = AppContext.BaseDirectory.Replace("Grader.Tests", "Dummy", StringComparison.Ordinal);
    private readonly Process process;

    private DummyProcess(Process process) => (this.process, Pid) = (process, process.Id);

    public static LineMap Lines { get; } = LineMap.Load(Path.Combine(Folder, "Dummy.dll"));

    public int Pid { get; }

    public static DummyProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "Dummy"), arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        return new DummyProcess(Process.Start(start)!);
    }

    public string? ReadLine() => process.StandardOutput.ReadLine();

    /// <summary>The first thread that stands in the method and is blocked there, as soon as one is.</summary>
    public ThreadStack In(string method, string? threadName = null)
    {
        var clock = Stopwatch.StartNew();
        ImmutableArray<ThreadStack> threads;
        do
        {
            threads = StackReader.Read(Pid, Lines);
            if (threads.FirstOrDefault(thread => (threadName is null || thread.ThreadName == threadName) && IsBlocked(thread) && thread.Frames.Any(frame => frame.Method == method)) is { } found)
            {
                return found;
            }
        }
        while (clock.Elapsed < Patience && !process.HasExited);

        throw new TimeoutException($"No thread came to {method}; the last stacks were:\n" + string.Join('\n', threads.Select(thread => $"{thread} {string.Join(" < ", thread.Frames)}")));
    }

    private static bool IsBlocked(ThreadStack thread) => thread.ThreadName == StackReader.AwaitName || thread.Wait.Call.Length > 0;

    /// <summary>The line of a verb's source file that carries the comment.</summary>
    public static int LineOf(string verb, string comment, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "../../../Dummy/Verbs", $"{verb}.cs");
        return Array.FindIndex(File.ReadAllLines(path), line => line.EndsWith($"// {comment}", StringComparison.Ordinal)) + 1;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
