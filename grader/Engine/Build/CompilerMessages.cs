using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Grader.Build;

/// <summary>What the engine asks of its compiler process: turn these files into a program.</summary>
/// <param name="SourceFolder">The learner's folder, absolute.</param>
/// <param name="Files">Relative to <paramref name="SourceFolder"/>, at least one.</param>
/// <param name="StubFiles">The stub's files, absolute; empty when there is nothing to compare with.</param>
/// <param name="CutSolution">See <see cref="Stub.CutSolution"/>.</param>
/// <param name="ToolkitFiles">The sources of <c>Katas.Toolkit</c>, absolute; empty when this kata does without.</param>
/// <param name="OutputFolder">Where the host, <c>kata.dll</c> and <c>kata.pdb</c> are written to; it exists.</param>
internal sealed record CompileRequest(
    string SourceFolder,
    ImmutableArray<string> Files,
    ImmutableArray<string> StubFiles,
    bool CutSolution,
    ImmutableArray<string> ToolkitFiles,
    string OutputFolder);

/// <summary>What became of a <see cref="CompileRequest"/>.</summary>
internal enum CompileOutcome
{
    /// <summary>The program lies in the output folder.</summary>
    Built,

    /// <summary>Its syntax is the stub's.</summary>
    SameAsStub,

    /// <summary>The learner's errors.</summary>
    Errors,

    /// <summary>The compiler threw: too complex, or a defect of its own.</summary>
    GaveUp,

    /// <summary>The machine: a file that cannot be read or written, a missing part of the SDK.</summary>
    Trouble,
}

/// <summary>The compiler process's answer. The first one, without a request, says that it is warm.</summary>
internal sealed record CompileAnswer(CompileOutcome Outcome, ImmutableArray<CompilerError> Errors, string Text = "")
{
    /// <summary>For a program: what its source says, for the explanations.</summary>
    public SourceFacts? Facts { get; init; }
}

[JsonSerializable(typeof(CompileRequest))]
[JsonSerializable(typeof(CompileAnswer))]
internal sealed partial class CompilerJson : JsonSerializerContext
{
    // A request holds paths, an answer a hundred errors: far below this.
    private const int LongestMessage = 64 * 1024 * 1024;

    public static void Write(Stream stream, CompileRequest request) => WriteFrame(stream, JsonSerializer.SerializeToUtf8Bytes(request, Default.CompileRequest));

    public static void Write(Stream stream, CompileAnswer answer) => WriteFrame(stream, JsonSerializer.SerializeToUtf8Bytes(answer, Default.CompileAnswer));

    /// <summary>The next request; null at the end of the stream.</summary>
    public static CompileRequest? ReadRequest(Stream stream) =>
        ReadFrame(stream) is { } body ? JsonSerializer.Deserialize(body, Default.CompileRequest) : null;

    /// <summary>The next answer; null at the end of the stream.</summary>
    public static CompileAnswer? ReadAnswer(Stream stream) =>
        ReadFrame(stream) is { } body ? JsonSerializer.Deserialize(body, Default.CompileAnswer) : null;

    // Four bytes of length, little endian, then the JSON.
    private static void WriteFrame(Stream stream, byte[] body)
    {
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        stream.Write(frame);
        stream.Flush();
    }

    private static byte[]? ReadFrame(Stream stream)
    {
        var header = new byte[4];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < 0 or > LongestMessage)
        {
            throw new InvalidDataException($"A message of {length} bytes between the grader and its compiler.");
        }

        var body = new byte[length];
        return stream.ReadAtLeast(body, length, throwOnEndOfStream: false) < length ? null : body;
    }
}
