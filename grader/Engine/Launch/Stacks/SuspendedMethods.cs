using System.Collections.Immutable;
using Microsoft.Diagnostics.Runtime;

namespace Grader.Launch.Stacks;

/// <summary>
/// Where async methods are suspended. No thread stands in them: they are objects on the heap, each with the number of its await
/// and a reference to whoever continues after it. From these, stacks are put together as if a thread stood there.
/// </summary>
internal static class SuspendedMethods
{
    public static ImmutableArray<ThreadStack> Read(ClrRuntime runtime, LineMap lines)
    {
        if (!runtime.Heap.CanWalkHeap)
        {
            return [];
        }

        var boxes = runtime.Heap.EnumerateObjects()
            .Where(thing => thing.Type?.Name?.Contains("AsyncStateMachineBox<", StringComparison.Ordinal) == true)
            .Select(box => SuspendedMethod.From(box, lines))
            .OfType<SuspendedMethod>()
            .ToDictionary(method => method.Address);

        var continued = boxes.Values.ToDictionary(method => method.Address, method => Continuations.Of(method.Box, boxes.ContainsKey));
        var awaited = continued.Values.SelectMany(next => next).Select(next => next.Box).ToHashSet();
        return
        [
            .. boxes.Values
                .Where(method => !awaited.Contains(method.Address))
                .Select(leaf => Chain(leaf, boxes, continued))
                .Where(frames => frames.Any(frame => frame.File is not null))
                .OrderBy(frames => string.Join('|', frames), StringComparer.Ordinal)
                .Select(frames => new ThreadStack(0, StackReader.AwaitName, frames[0].Method, frames)),
        ];
    }

    private static ImmutableArray<Frame> Chain(
        SuspendedMethod leaf, Dictionary<ulong, SuspendedMethod> boxes, Dictionary<ulong, ImmutableArray<Continuation>> continued)
    {
        var frames = ImmutableArray.CreateBuilder<Frame>();
        if (Continuations.Awaited(leaf) is { } promise)
        {
            frames.Add(new Frame(promise, null, 0));
        }

        var seen = new HashSet<ulong>();
        for (var method = leaf; method is not null && seen.Add(method.Address);)
        {
            frames.Add(method.Frame);
            if (continued[method.Address] is not [var next, ..])
            {
                break;
            }

            frames.AddRange(next.Through.Select(through => new Frame(through, null, 0)));
            method = boxes.GetValueOrDefault(next.Box);
        }

        return frames.ToImmutable();
    }
}
