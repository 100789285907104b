using System.Collections.Immutable;

namespace Grader.Build;

/// <summary>What is too much for a submission, said as an error of the compiler's.</summary>
internal static class SourceLimits
{
    // A kata is thirty lines. These only keep the grader from reading a disk image that ends in .cs.
    private const long MostBytes = 64 * 1024 * 1024;
    private const int MostFiles = 2000;

    /// <summary>The error when the files are too many or too large; null when they are not.</summary>
    public static CompilerError? Exceeded(string folder, ImmutableArray<string> files)
    {
        var bytes = files.Sum(file => Length(folder, file));
        return (files.Length > MostFiles, bytes > MostBytes) switch
        {
            (true, _) => At(Largest(folder, files), $"too complex to compile: the submission has {files.Length} source files, more than {MostFiles}"),
            (_, true) => At(Largest(folder, files), $"too complex to compile: the source files hold {bytes / 1024 / 1024} MiB, more than {MostBytes / 1024 / 1024} MiB"),
            _ => null,
        };
    }

    /// <summary>The compiler did not survive this submission; its largest file is the likeliest place.</summary>
    public static CompilerError TooComplex(string folder, ImmutableArray<string> files, string how) =>
        At(Largest(folder, files), how.Length == 0 ? "too complex to compile" : $"too complex to compile: {how}");

    private static CompilerError At(string file, string message) => new(file, 1, 1, "", message, "");

    private static string Largest(string folder, ImmutableArray<string> files) => files.MaxBy(file => Length(folder, file))!;

    private static long Length(string folder, string file) => new FileInfo(Path.Combine(folder, file)) is { Exists: true } info ? info.Length : 0;
}
