using System.Collections.Immutable;
using Microsoft.Diagnostics.Runtime;

namespace Grader.Launch.Stacks;

/// <summary>An async method that goes on when a task ends.</summary>
/// <param name="Box">The address of the method's heap object.</param>
/// <param name="Through">What lies between them, e.g. <c>System.Threading.Tasks.Task.WhenAny</c>.</param>
internal sealed record Continuation(ulong Box, ImmutableArray<string> Through);

/// <summary>Follows the references from a task to whoever waits for it.</summary>
internal static class Continuations
{
    private const int Deepest = 8;

    public static ImmutableArray<Continuation> Of(ClrObject task, Predicate<ulong> isBox) => [.. Follow(Field(task, "m_continuationObject"), isBox, [], 0)];

    /// <summary>For a suspended method that awaits no other async method: what it awaits, e.g. <c>System.Threading.Tasks.Task.Delay</c>; null when unknown.</summary>
    public static string? Awaited(SuspendedMethod method)
    {
        var field = method.Box.Type?.GetFieldByName("StateMachine");
        if (field is null || field.IsValueType)
        {
            return null;
        }

        var machine = method.Box.ReadObjectField(field);
        foreach (var awaiter in machine.Type?.Fields.Where(candidate => candidate.Name?.StartsWith("<>u__", StringComparison.Ordinal) == true && candidate.IsValueType) ?? [])
        {
            if (awaiter.Type?.GetFieldByName("m_task") is { } taskField
                && machine.ReadValueTypeField(awaiter).ReadObjectField(taskField) is { IsNull: false } task
                && PromiseName(task) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static IEnumerable<Continuation> Follow(ClrObject? next, Predicate<ulong> isBox, ImmutableArray<string> through, int depth)
    {
        if (next is not { IsNull: false, Type: { } type } thing || depth > Deepest)
        {
            return [];
        }

        if (isBox(thing.Address))
        {
            return [new Continuation(thing.Address, through)];
        }

        if (thing.IsDelegate)
        {
            return Follow(Field(thing, "_target"), isBox, through, depth + 1);
        }

        if (type.Name == "System.Collections.Generic.List<System.Object>")
        {
            return Field(thing, "_items") is { IsNull: false, IsArray: true } items
                ? Enumerable.Range(0, items.AsArray().Length).SelectMany(i => Follow(items.AsArray().GetObjectValue(i), isBox, through, depth + 1))
                : [];
        }

        // A promise (WhenAny, WhenAll …), a task in between, or a wrapper around the action that goes on.
        var name = PromiseName(thing);
        return new[] { "m_continuationObject", "m_action", "m_task", "_continuation" }
            .SelectMany(field => Follow(Field(thing, field), isBox, name is null ? through : through.Add(name), depth + 1));
    }

    private static string? PromiseName(ClrObject task) => task.Type?.Name switch
    {
        null => null,
        var name when name.Contains("DelayPromise", StringComparison.Ordinal) => "System.Threading.Tasks.Task.Delay",
        var name when name.Contains("WhenAnyPromise", StringComparison.Ordinal) || name.Contains("CompleteOnInvokePromise", StringComparison.Ordinal) => "System.Threading.Tasks.Task.WhenAny",
        var name when name.Contains("WhenAllPromise", StringComparison.Ordinal) => "System.Threading.Tasks.Task.WhenAll",
        var name when name.StartsWith("System.Threading.SemaphoreSlim+TaskNode", StringComparison.Ordinal) => "System.Threading.SemaphoreSlim.WaitAsync",
        _ => null,
    };

    private static ClrObject? Field(ClrObject thing, string name) =>
        thing.Type?.GetFieldByName(name) is { IsObjectReference: true } field ? thing.ReadObjectField(field) : null;
}
