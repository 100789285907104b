using System.ComponentModel;
using System.Diagnostics;

namespace Grader.Build;

/// <summary>The engine's own assembly, started as <c>compiler</c>: Roslyn behind a pipe. It ends when its standard input does.</summary>
internal sealed class CompilerProcess : IDisposable
{
    private static readonly TimeSpan CpuForOneRequest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private const long MostMemory = 1024L * 1024 * 1024;

    private readonly Process process;
    private readonly Tail errors;
    private volatile bool gone;

    private CompilerProcess(Process process)
    {
        this.process = process;
        errors = new Tail(process.StandardError);
    }

    /// <summary>It can be asked again. Once killed or fallen silent it cannot, whatever the kernel still says of it.</summary>
    public bool IsAlive => !gone && !process.HasExited;

    /// <exception cref="CompilerTroubleException">It cannot be started.</exception>
    public static CompilerProcess Start()
    {
        var start = new ProcessStartInfo(DotnetInstallation.Host, [typeof(CompilerProcess).Assembly.Location, "compiler"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        // Nothing of a test host's or a learner's environment may get into it, and it leaves no diagnostic pipes behind.
        foreach (var name in start.Environment.Keys.Where(IsHook).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        try
        {
            return new CompilerProcess(Process.Start(start)!);
        }
        catch (Exception problem) when (problem is Win32Exception or InvalidOperationException)
        {
            throw new CompilerTroubleException($"The compiler process did not start ({start.FileName}): {problem.Message}", problem);
        }
    }

    /// <summary>Waits for its first word: everything that a usual program needs is loaded.</summary>
    /// <exception cref="CompilerTroubleException">It ended, or said nothing.</exception>
    public void AwaitWarm()
    {
        var answer = Listen(() => Overrun.No);
        if (answer is not { Outcome: CompileOutcome.Built })
        {
            throw new CompilerTroubleException($"The compiler process does not work: {answer?.Text ?? "it ended."} {errors.Text}".Trim());
        }
    }

    /// <summary>One request and its answer. Who uses too much time or memory gets <see cref="CompileOutcome.GaveUp"/>; null: the process ended in the middle of it.</summary>
    /// <exception cref="CompilerTroubleException">It does not answer, and does not work either.</exception>
    public CompileAnswer? Ask(CompileRequest request)
    {
        var before = ProcessorTime();
        try
        {
            CompilerJson.Write(process.StandardInput.BaseStream, request);
        }
        catch (IOException)
        {
            // It is gone; the end of its output says so below.
        }

        return Listen(() => LookAt(before));
    }

    public void Dispose()
    {
        Kill();
        process.WaitForExit();
        errors.Join();
        process.Dispose();
    }

    private enum Overrun
    {
        No,
        Cpu,
        Memory,
    }

    private CompileAnswer? Listen(Func<Overrun> look)
    {
        var answer = Task.Factory.StartNew(
            () => CompilerJson.ReadAnswer(process.StandardOutput.BaseStream), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var asked = Stopwatch.GetTimestamp();
        while (!Completed(answer))
        {
            var overrun = look();
            if (overrun is not Overrun.No)
            {
                Kill();
                Completed(answer, Timeout.InfiniteTimeSpan);
                return GaveUp(overrun is Overrun.Cpu
                    ? $"the compiler needed more than {CpuForOneRequest.TotalSeconds:0} seconds"
                    : $"the compiler needed more than {MostMemory / 1024 / 1024} MiB of memory");
            }

            if (Stopwatch.GetElapsedTime(asked) > LongestSilence)
            {
                Kill();
                throw new CompilerTroubleException($"The compiler process said nothing for {LongestSilence.TotalMinutes:0} minutes and hardly worked either: the machine is overloaded or stopped it.");
            }
        }

        var result = answer.IsCompletedSuccessfully ? answer.Result : null;
        gone |= result is null;
        return result;
    }

    private static bool Completed(Task<CompileAnswer?> answer, TimeSpan? limit = null)
    {
        try
        {
            return answer.Wait(limit ?? BetweenLooks);
        }
        catch (AggregateException)
        {
            // A torn message or a closed pipe: the process is gone, which is an answer too.
            return true;
        }
    }

    private Overrun LookAt(TimeSpan before)
    {
        try
        {
            process.Refresh();
            return ProcessorTime() - before > CpuForOneRequest ? Overrun.Cpu
                : process.WorkingSet64 > MostMemory ? Overrun.Memory
                : Overrun.No;
        }
        catch (InvalidOperationException)
        {
            // It has ended between two looks; the end of its output follows.
            return Overrun.No;
        }
    }

    private TimeSpan ProcessorTime()
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It has ended, and takes no more time.
            return TimeSpan.Zero;
        }
    }

    private static CompileAnswer GaveUp(string how) => new(CompileOutcome.GaveUp, [], how);

    /// <summary>Ends it at once; whoever listens to it hears the end of its output.</summary>
    public void Kill()
    {
        gone = true;
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // Already gone.
        }
    }

    private static bool IsHook(string name) =>
        name.StartsWith("DOTNET_", StringComparison.Ordinal) && name is not ("DOTNET_ROOT" or "DOTNET_ROLL_FORWARD")
        || name.StartsWith("CORECLR_", StringComparison.Ordinal)
        || name.StartsWith("COMPlus_", StringComparison.Ordinal);
}
