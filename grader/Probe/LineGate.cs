using System.Buffers.Binary;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Grader.Probe;

/// <summary>
/// Stands in for <c>Console.Out</c>. Pieces are collected to whole lines; each line waits for the grader's leave
/// and is then written in one piece, as one <c>Console.WriteLine(text)</c> would.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process.")]
internal sealed class LineGate(Channel channel, bool withCallSites) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public override void Write(char value)
    {
        if (value != '\n')
        {
            line.Append(value);
            return;
        }

        // Taken away first: whoever leaves the process while this line is held must not find it here as a rest.
        var text = line.ToString();
        line.Clear();
        Say(Wire.Line, text, end: "\n");
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.IndexOf('\n') is >= 0 and var end)
        {
            line.Append(buffer[..end]);
            Write('\n');
            buffer = buffer[(end + 1)..];
        }

        line.Append(buffer);
        if (line.Length > Wire.LongestLine)
        {
            SayRest();
        }
    }

    public override void WriteLine(string? value)
    {
        Write(value.AsSpan());
        Write('\n');
    }

    /// <summary>Text without a line end, as the process leaves.</summary>
    public void SayRest()
    {
        if (line.Length > 0)
        {
            Say(Wire.Rest, line.ToString(), end: "");
            line.Clear();
        }
    }

    private void Say(byte kind, string text, string end)
    {
        var bytes = Encoding.GetBytes(text + end);
        var shown = Math.Min(bytes.Length - end.Length, Wire.LongestBody - 8);
        var body = new byte[8 + shown];
        var (token, offset) = withCallSites ? CallSite() : default;
        BinaryPrimitives.WriteInt32LittleEndian(body, token);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), offset);
        bytes.AsSpan(0, shown).CopyTo(body.AsSpan(8));
        channel.Ask(kind, body);
        Output.Write(bytes);
    }

    /// <summary>The innermost method on the stack that belongs to the learner's program, and the offset of its call.</summary>
    private static (int Token, int Offset) CallSite()
    {
        var kata = System.Reflection.Assembly.GetEntryAssembly()?.ManifestModule;
        for (var depth = 3; depth < 40; depth++)
        {
            var frame = new StackFrame(depth, needFileInfo: false);
            if (frame.GetMethod() is not { } method)
            {
                return default;
            }

            if (method.Module == kata)
            {
                return (method.MetadataToken, frame.GetILOffset());
            }
        }

        return default;
    }
}
