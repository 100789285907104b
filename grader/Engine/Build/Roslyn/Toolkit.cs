using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Grader.Build.Roslyn;

/// <summary>The assembly <c>Katas.Toolkit</c>, compiled when the first kata needs it and again when its sources have changed.</summary>
internal sealed class Toolkit
{
    private string? stamp;
    private CompiledToolkit? last;

    /// <exception cref="IOException">It does not compile, or cannot be read.</exception>
    public CompiledToolkit Compiled(ImmutableArray<string> files, ImmutableArray<MetadataReference> references)
    {
        var current = string.Join('\n', files.Select(file => $"{file} {File.GetLastWriteTimeUtc(file).Ticks}"));
        if (last is null || stamp != current)
        {
            last = Compile(files, references);
            stamp = current;
        }

        return last;
    }

    private static CompiledToolkit Compile(ImmutableArray<string> files, ImmutableArray<MetadataReference> references)
    {
        var trees = files.Select(file => ProjectDefaults.Parse(SourceFile.Read(file), Path.GetFileName(file))).ToImmutableArray();
        var compilation = Generators.Run(ProjectDefaults.Library("Katas.Toolkit", trees, references), trees, out _);
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        return emitted.Success
            ? new CompiledToolkit(assembly.ToArray())
            : throw new IOException($"The toolkit of the katas does not compile: {emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
    }
}

/// <summary>The toolkit as a reference for the compiler and as a file for the program.</summary>
internal sealed class CompiledToolkit(byte[] assembly)
{
    public MetadataReference Reference { get; } = MetadataReference.CreateFromImage(assembly);

    public void Write(string path) => File.WriteAllBytes(path, assembly);
}
