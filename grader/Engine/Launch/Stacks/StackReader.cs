using System.Collections.Immutable;
using Microsoft.Diagnostics.Runtime;

namespace Grader.Launch.Stacks;

/// <summary>
/// Reads the managed stacks of a settled .NET process from outside. The process is not stopped, not even for a moment: its memory is only read
/// (all of its threads are blocked, so nothing changes meanwhile). The first read of a grading costs about 150 ms, each further one about 15 ms.
/// </summary>
public static class StackReader
{
    /// <summary>The <see cref="ThreadStack.ThreadName"/> of an async method that waits for something: no thread stands in it.</summary>
    public const string AwaitName = "await";

    /// <summary>
    /// The stacks of all threads that run managed code, in order of thread id, then where async methods are suspended.
    /// Where the runtime cannot be read (it is not there yet, the process is gone, no permission) the threads have no frames.
    /// </summary>
    public static ImmutableArray<ThreadStack> Read(int pid, LineMap lines) =>
        ReadRuntime(pid, runtime => ThreadsOf(pid, runtime, lines).AddRange(SuspendedMethods.Read(runtime, lines)))
        ?? [.. ProcessFiles.ThreadIds(pid).Select(thread => Describe(pid, thread, []))];

    /// <summary>All that a report wants to know about a settled process: <see cref="Read(int, LineMap)"/> and its open files.</summary>
    public static Signal.Stacks Snapshot(Actor actor, LineMap lines) =>
        new(actor, Read(actor.Pid, lines)) { Files = ProcessFiles.Read(actor.Pid) };

    /// <summary>The stack of one thread; null when it runs no managed code or cannot be read.</summary>
    public static ThreadStack? Read(int pid, int threadId, LineMap lines) =>
        ReadRuntime(pid, runtime => runtime.Threads.FirstOrDefault(thread => thread.OSThreadId == threadId) is { } found
            ? [Describe(pid, threadId, FramesOf(found, lines))]
            : ImmutableArray<ThreadStack>.Empty) is [var stack] ? stack : null;

    /// <summary>
    /// A thread in <c>Barrier.SignalAndWait</c> without a time-out is parked, although the kernel sees a wait with a time-out:
    /// the barrier waits in growing slices.
    /// </summary>
    public static bool IsBarrierWait(ThreadStack stack) => IsBarrierWait(stack.Frames);

    private static bool IsBarrierWait(ImmutableArray<Frame> frames) =>
        frames.Any(frame => frame.Method == "System.Threading.Barrier.DiscontinuousWait");

    private static ImmutableArray<ThreadStack>? ReadRuntime(int pid, Func<ClrRuntime, ImmutableArray<ThreadStack>> read)
    {
        try
        {
            using var target = DataTarget.AttachToProcess(pid, suspend: false);
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
            .Select(thread => Describe(pid, (int)thread.OSThreadId, FramesOf(thread, lines))),
    ];

    private static ThreadStack Describe(int pid, int threadId, ImmutableArray<Frame> frames)
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
