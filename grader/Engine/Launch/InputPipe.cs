using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>Main's standard input: nothing comes, and it ends when the scenario says so.</summary>
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
