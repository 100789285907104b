using System.Runtime.InteropServices;
using Grader.Write;

namespace Grader.Cli;

/// <summary>The command line of the grader.</summary>
public static class Program
{
    /// <summary>
    /// 0, 1 and 2 as <see cref="Summary.ExitCode"/> says; 64 for wrong usage; 130 and 143 after Ctrl-C and SIGTERM,
    /// once everything that the grader started is gone.
    /// </summary>
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        var signalled = 0;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, 130));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, 143));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Stop(context, 129));
        try
        {
            return await CommandLine.Run(args, stop.Token);
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(Printable.Lines(wrong.Message));
            return Summary.WrongUsage;
        }
        catch (OperationCanceledException) when (signalled != 0)
        {
            await Console.Error.WriteLineAsync("Stopped. Nothing of it is left running.");
            return signalled;
        }
        catch (Exception trouble)
        {
            // Never a stack trace for a user; and never a verdict: this is the grader's own trouble.
            await Console.Error.WriteLineAsync(
                $"The grader itself failed ({trouble.GetType().Name}: {Printable.Line(trouble.Message)}). This says nothing about your program.");
            return Summary.CannotTell;
        }

        void Stop(PosixSignalContext context, int code)
        {
            // The first signal ends everything in order; a second one ends the grader at once, and its keeper clears up.
            context.Cancel = Interlocked.CompareExchange(ref signalled, code, 0) == 0;
            stop.Cancel();
        }
    }
}
