using System.Collections.Immutable;
using Grader.Launch.Linux;
using Microsoft.Diagnostics.Runtime;

namespace Grader.Launch.Stacks;

/// <summary>
/// Reads the managed stacks of a process with the runtime's own debugging library (DAC). A process that is not still can bring that library down
/// and with it the process that it is loaded into: see <see cref="StackHelper"/>.
/// </summary>
internal static class RuntimeReader
{
    /// <summary>All threads that run managed code, then the suspended async methods; null when the runtime cannot be read.</summary>
    public static ImmutableArray<ThreadStack>? ReadAll(int pid, LineMap lines) =>
        ReadRuntime(pid, runtime => ThreadsOf(pid, runtime, lines).AddRange(SuspendedMethods.Read(runtime, lines)));

    /// <summary>
    /// One thread, or nothing when it runs no managed code. For a thread that is none of the learner's (the timer's, say), the await that it will wake.
    /// Null when the runtime cannot be read.
    /// </summary>
    public static ImmutableArray<ThreadStack>? ReadOne(int pid, int threadId, LineMap lines) => ReadRuntime(pid, runtime =>
    {
        var own = OwnId.OfThread(pid, threadId);
        if (runtime.Threads.FirstOrDefault(thread => thread.OSThreadId == own) is not { } found)
        {
            return [];
        }

        var stack = Describe(pid, threadId, FramesOf(found, lines));
        return [stack.ThreadName == TimerThread && AwaitedDelay(runtime, lines) is { } delay ? delay with { Wait = stack.Wait, WaitsOn = stack.WaitsOn } : stack];
    });

    // The thread that all of Task.Delay, CancellationTokenSource(ms) and Timer share.
    private const string TimerThread = ".NET Timer";

    private static ThreadStack? AwaitedDelay(ClrRuntime runtime, LineMap lines)
    {
        var awaits = SuspendedMethods.Read(runtime, lines);
        return awaits.FirstOrDefault(stack => stack.Frames[0].Method == "System.Threading.Tasks.Task.Delay") ?? (awaits is [var only] ? only : null);
    }

    private static ImmutableArray<ThreadStack>? ReadRuntime(int pid, Func<ClrRuntime, ImmutableArray<ThreadStack>> read)
    {
        try
        {
            using var attached = DataTarget.AttachToProcess(pid, suspend: false);
            using var target = new DataTarget(new NamespacedReader(attached.DataReader, pid), attached.Options);
            if (target.ClrVersions is not [var version, ..])
            {
                return null;
            }

            using var runtime = version.CreateRuntime();
            return read(runtime);
        }
        catch (Exception trouble) when (trouble is ClrDiagnosticsException or IOException or UnauthorizedAccessException or ArgumentException
            or InvalidOperationException or InvalidDataException or PlatformNotSupportedException or NullReferenceException)
        {
            // A process that is just going, or is not allowed to be read: the report says less.
            return null;
        }
    }

    private static ImmutableArray<ThreadStack> ThreadsOf(int pid, ClrRuntime runtime, LineMap lines) =>
    [
        .. runtime.Threads
            .Where(thread => thread.IsAlive)
            .OrderBy(thread => thread.OSThreadId)
            .Select(thread => Describe(pid, OwnId.ThreadCalled(pid, (int)thread.OSThreadId), FramesOf(thread, lines))),
    ];

    internal static ThreadStack Describe(int pid, int threadId, ImmutableArray<Frame> frames)
    {
        var wait = KernelWait.Read(pid, threadId);
        return new ThreadStack(threadId, ProcessFiles.ThreadName(pid, threadId), wait.ToString(), frames) { Wait = wait };
    }

    private static ImmutableArray<Frame> FramesOf(ClrThread thread, LineMap lines) =>
        [.. thread.EnumerateStackTrace(includeContext: false, maxFrames: 200).Where(frame => frame.Method is not null).Select(frame => ToFrame(frame, lines))];

    private static Frame ToFrame(ClrStackFrame frame, LineMap lines)
    {
        var method = frame.Method!;
        if (lines.NameOf(method.MetadataToken) is { } name && Path.GetFileName(method.Type.Module?.Name) == lines.Assembly)
        {
            // The address is the one to return to: the call stands just before it.
            var place = lines.Find(method.MetadataToken, method.GetILOffset(frame.InstructionPointer - 1));
            return new Frame(name, place?.File, place?.Line ?? 0);
        }

        return new Frame(SourceName.Of(method.Type.Name ?? "?", method.Name ?? "?"), null, 0);
    }
}
