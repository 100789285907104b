using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Grader.Launch.Stacks;

/// <summary>One method of the learner's program: its name in the source and which line each of its instructions belongs to.</summary>
/// <param name="Name">Type and method.</param>
/// <param name="Points">The visible sequence points, in order of their IL offset.</param>
/// <param name="Yields">For the <c>MoveNext</c> of an async method: the IL offset at which each await gives up the thread, in order of state.</param>
internal sealed record MethodLines(string Name, ImmutableArray<(int Offset, SourcePlace Place)> Points, ImmutableArray<int> Yields)
{
    /// <summary>The kind of custom debug information that holds the awaits of a method (Portable PDB specification).</summary>
    private static readonly Guid AsyncSteps = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");

    public SourcePlace? At(int offset)
    {
        var found = Points.LastOrDefault(point => point.Offset <= Math.Max(0, offset)).Place;
        return found ?? Points.FirstOrDefault().Place;
    }

    public static MethodLines Read(MetadataReader metadata, MetadataReader pdb, MethodDefinitionHandle handle)
    {
        var debug = pdb.GetMethodDebugInformation(handle.ToDebugInformationHandle());
        var points = debug.GetSequencePoints()
            .Where(point => !point.IsHidden)
            .Select(point => (point.Offset, new SourcePlace(pdb.GetString(pdb.GetDocument(point.Document).Name), point.StartLine)))
            .ToImmutableArray();
        var kickoff = debug.GetStateMachineKickoffMethod();
        return new MethodLines(NameOf(metadata, kickoff.IsNil ? handle : kickoff), points, ReadYields(pdb, handle));
    }

    private static ImmutableArray<int> ReadYields(MetadataReader pdb, MethodDefinitionHandle handle)
    {
        foreach (var information in pdb.GetCustomDebugInformation(handle).Select(pdb.GetCustomDebugInformation))
        {
            if (pdb.GetGuid(information.Kind) != AsyncSteps)
            {
                continue;
            }

            var blob = pdb.GetBlobReader(information.Value);
            blob.ReadUInt32();
            var yields = ImmutableArray.CreateBuilder<int>();
            while (blob.RemainingBytes > 0)
            {
                yields.Add((int)blob.ReadUInt32());
                blob.ReadUInt32();
                blob.ReadCompressedInteger();
            }

            return yields.ToImmutable();
        }

        return [];
    }

    private static string NameOf(MetadataReader metadata, MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        return SourceName.Of(FullName(metadata, method.GetDeclaringType()), metadata.GetString(method.Name));
    }

    private static string FullName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        var outer = type.GetDeclaringType();
        var space = metadata.GetString(type.Namespace);
        return outer.IsNil ? (space.Length == 0 ? name : $"{space}.{name}") : $"{FullName(metadata, outer)}+{name}";
    }
}
