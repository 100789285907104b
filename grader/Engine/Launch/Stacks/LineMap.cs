using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Grader.Launch.Stacks;

/// <summary>
/// Where the learner's instructions stand in the source: method token and IL offset to file and line, by the portable PDB beside the assembly.
/// It is read at once and keeps no file open. Without a PDB it knows no line, and says so by null.
/// </summary>
public sealed class LineMap
{
    /// <summary>Knows nothing: for programs that are not the learner's.</summary>
    public static readonly LineMap Empty = new("", ImmutableDictionary<int, MethodLines>.Empty, ImmutableDictionary<int, int>.Empty);

    private readonly ImmutableDictionary<int, MethodLines> methods;
    private readonly ImmutableDictionary<int, int> moveNexts;

    private LineMap(string path, ImmutableDictionary<int, MethodLines> methods, ImmutableDictionary<int, int> moveNexts)
    {
        Path = path;
        Assembly = System.IO.Path.GetFileName(path);
        this.methods = methods;
        this.moveNexts = moveNexts;
    }

    /// <summary>The learner's assembly, absolute; empty when it is not known.</summary>
    public string Path { get; }

    /// <summary>The learner's assembly, by its file name.</summary>
    public string Assembly { get; }

    /// <param name="assembly">Absolute path of <c>kata.dll</c>; <c>kata.pdb</c> stands beside it.</param>
    /// <returns><see cref="Empty"/> where the files are not there or cannot be understood.</returns>
    public static LineMap Load(string assembly)
    {
        try
        {
            using var pe = new PEReader(File.OpenRead(assembly));
            using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(System.IO.Path.ChangeExtension(assembly, ".pdb")));
            var metadata = pe.GetMetadataReader();
            var pdb = provider.GetMetadataReader();
            var methods = metadata.MethodDefinitions.ToImmutableDictionary(
                handle => MetadataTokens.GetToken(handle), handle => MethodLines.Read(metadata, pdb, handle));
            var moveNexts = metadata.MethodDefinitions
                .Where(handle => metadata.StringComparer.Equals(metadata.GetMethodDefinition(handle).Name, "MoveNext"))
                .ToImmutableDictionary(
                    handle => MetadataTokens.GetToken(metadata.GetMethodDefinition(handle).GetDeclaringType()), handle => MetadataTokens.GetToken(handle));
            return new LineMap(assembly, methods, moveNexts);
        }
        catch (Exception trouble) when (trouble is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            return Empty;
        }
    }

    /// <summary>Where a line was printed; null where the PDB does not tell.</summary>
    public SourcePlace? Find(CallSite site) => Find(site.MethodToken, site.IlOffset);

    /// <param name="methodToken">The metadata token of the method.</param>
    /// <param name="ilOffset">An offset in it; a negative one means its beginning.</param>
    public SourcePlace? Find(int methodToken, int ilOffset) => methods.GetValueOrDefault(methodToken)?.At(ilOffset);

    /// <summary>The method as the source names it, e.g. <c>Program.Main</c> for a lambda in <c>Main</c>; null when the token is not of this assembly.</summary>
    public string? NameOf(int methodToken) => methods.GetValueOrDefault(methodToken)?.Name;

    /// <summary>Where an async method is suspended.</summary>
    /// <param name="stateMachineToken">The metadata token of its state machine's type.</param>
    /// <param name="state">The state machine's state: the number of the await, counted from 0.</param>
    public (string Name, SourcePlace? Place)? FindAwait(int stateMachineToken, int state)
    {
        if (!moveNexts.TryGetValue(stateMachineToken, out var token) || !methods.TryGetValue(token, out var method))
        {
            return null;
        }

        var yields = method.Yields;
        return (method.Name, state >= 0 && state < yields.Length ? method.At(yields[state]) : null);
    }
}

/// <summary>A place in the learner's source.</summary>
/// <param name="File">Relative to the submission.</param>
/// <param name="Line">1-based.</param>
public sealed record SourcePlace(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
