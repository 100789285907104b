using Microsoft.Diagnostics.Runtime;

namespace Grader.Launch.Stacks;

/// <summary>An async method that waits at one of its awaits.</summary>
/// <param name="Box">The heap object that is the method's task and holds its state machine.</param>
/// <param name="Frame">The method and the line of the await.</param>
internal sealed record SuspendedMethod(ClrObject Box, Frame Frame)
{
    public ulong Address => Box.Address;

    /// <summary>Null when the method has not come to an await yet or is over.</summary>
    public static SuspendedMethod? From(ClrObject box, LineMap lines)
    {
        var field = box.Type?.GetFieldByName("StateMachine");
        if (field?.Type is null)
        {
            return null;
        }

        // A debug build's state machine is a class, that of the base library a struct.
        var (type, state) = field.IsValueType
            ? (field.Type, box.ReadValueTypeField(field).ReadField<int>("<>1__state"))
            : box.ReadObjectField(field) is { IsNull: false, Type: { } actual } machine ? (actual, machine.ReadField<int>("<>1__state")) : (field.Type, -1);
        if (state < 0)
        {
            return null;
        }

        var known = Path.GetFileName(type.Module?.Name) == lines.Assembly ? lines.FindAwait(type.MetadataToken, state) : null;
        return new SuspendedMethod(box, known is { } found
            ? new Frame(found.Name, found.Place?.File, found.Place?.Line ?? 0)
            : new Frame(SourceName.Of(type.Name ?? "?", "MoveNext"), null, 0));
    }
}
