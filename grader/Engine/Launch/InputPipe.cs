using System.Text;
using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>Main's standard input: nothing comes but what the scenario types, and it ends when the scenario says so.</summary>
internal sealed unsafe class InputPipe : IDisposable
{
    private readonly int readEnd;
    private int writeEnd;

    public InputPipe()
    {
        var ends = stackalloc int[2];
        if (Libc.Pipe(ends, Libc.CloseOnExec) != 0)
        {
            throw new IOException("The machine gives no more pipes.");
        }

        readEnd = ends[0];
        writeEnd = ends[1];
        Path = $"/proc/{Environment.ProcessId}/fd/{readEnd}";
    }

    /// <summary>Where the read end can be opened.</summary>
    public string Path { get; }

    /// <summary>A line of input. It fits into the pipe: nobody has to read it.</summary>
    public void Type(string line)
    {
        var bytes = Encoding.ASCII.GetBytes($"{line}\n");
        fixed (byte* start = bytes)
        {
            Libc.Write(writeEnd, start, bytes.Length);
        }
    }

    /// <summary>The end of input.</summary>
    public void End()
    {
        if (writeEnd >= 0)
        {
            Libc.Close(writeEnd);
            writeEnd = -1;
        }
    }

    public void Dispose()
    {
        End();
        Libc.Close(readEnd);
    }
}
