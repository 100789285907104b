using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Grader.Build.Roslyn;

/// <summary>What every program of <c>net10.0</c> is compiled against.</summary>
internal static class ReferencePack
{
    /// <exception cref="DirectoryNotFoundException">The SDK does not hold it.</exception>
    public static ImmutableArray<MetadataReference> Load() =>
    [
        .. Directory.GetFiles(Path.Combine(DotnetInstallation.ReferencePack, "ref", "net10.0"), "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];
}
