using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Grader.Build.Roslyn;

/// <summary>A source file as the compiler reads it.</summary>
internal static class SourceFile
{
    /// <param name="cutSolution">Leaves out what <see cref="Stub.Cut"/> leaves out.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SourceText Read(string path, bool cutSolution = false)
    {
        if (cutSolution)
        {
            return From(Stub.Cut(File.ReadAllText(path)));
        }

        using var file = File.OpenRead(path);
        return SourceText.From(file, Encoding.UTF8, SourceHashAlgorithm.Sha256);
    }

    /// <summary>Text of the grader's own.</summary>
    public static SourceText From(string text) => SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256);
}
