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
    private readonly Lock gate = new();

    /// <summary>
    /// What <c>Console.Out</c> is once this stands in for it: who prints has entered its monitor, and so has, in the runtime, whoever writes to standard error
    /// (<see href="https://github.com/dotnet/runtime/blob/main/src/libraries/System.Console/src/System/ConsolePal.Unix.cs"/>).
    /// </summary>
    public TextWriter? Outer { get; set; }

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
        AskOutside(kind, body, bytes);
    }

    /// <summary>Who is held at his line keeps other threads from printing, and from nothing else: he leaves the monitor that the call of the line entered.</summary>
    private void AskOutside(byte kind, byte[] body, byte[] bytes)
    {
        var isInside = Outer is not null && Monitor.IsEntered(Outer);
        if (isInside)
        {
            Monitor.Exit(Outer!);
        }

        try
        {
            lock (gate)
            {
                channel.Ask(kind, body);
                Output.Write(bytes);
            }
        }
        finally
        {
            if (isInside)
            {
                Monitor.Enter(Outer!);
            }
        }
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
