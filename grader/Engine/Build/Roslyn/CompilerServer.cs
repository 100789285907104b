using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Grader.Build.Roslyn;

/// <summary>The compiler process's side: answers requests from standard input on standard output until the input ends.</summary>
internal static partial class CompilerServer
{
    // Deep source needs deep recursion; the compiler itself gives up in order before this is used up, in most of its parts.
    private const int StackOfTheCompiler = 16 * 1024 * 1024;

    /// <summary>Serves until standard input ends.</summary>
    public static int Run()
    {
        NoCoreDumps();
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        using var requests = new BlockingCollection<CompileRequest>();
        var compiler = new Thread(() => Serve(requests, output), StackOfTheCompiler) { IsBackground = true, Name = "Compiler" };
        compiler.Start();

        // The input is read beside the work, so that the end of the grader ends this process in the middle of a compilation too.
        while (CompilerJson.ReadRequest(input) is { } request)
        {
            requests.Add(request);
        }

        return 0;
    }

    private static void Serve(BlockingCollection<CompileRequest> requests, Stream output)
    {
        var compiler = new SubmissionCompiler();
        try
        {
            CompilerJson.Write(output, Guarded(compiler.WarmUp));
            foreach (var request in requests.GetConsumingEnumerable())
            {
                CompilerJson.Write(output, Guarded(() => compiler.Compile(request)));
            }
        }
        catch (IOException)
        {
            // Nobody listens any more: the grader is gone, and the end of the input ends the process.
        }
    }

    private static CompileAnswer Guarded(Func<CompileAnswer> work)
    {
        try
        {
            return work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new CompileAnswer(CompileOutcome.Trouble, [], problem.Message);
        }
#pragma warning disable CA1031 // Whatever the compiler throws at hostile source is an answer about that source.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return new CompileAnswer(CompileOutcome.GaveUp, [], $"the compiler gave up ({problem.GetType().Name})");
        }
    }

    // A stack that overflows ends in an abort; nobody wants a gigabyte of core file of it.
    private static void NoCoreDumps()
    {
        const int RlimitCore = 4;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            _ = SetLimit(RlimitCore, default);
        }
    }

    private readonly record struct Limit(ulong Now, ulong Most);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);
}
