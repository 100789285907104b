using System.Text;
using Grader.Launch.Linux;

namespace Grader.Launch;

/// <summary>
/// A pipe that a run writes to and the grader reads. The run opens the write end by the path of the grader's own descriptor.
/// </summary>
internal sealed unsafe class OutputPipe : IDisposable
{
    private readonly List<byte> unclaimed = [];
    private int writeEnd;

    public OutputPipe()
    {
        var ends = stackalloc int[2];
        if (Libc.Pipe(ends, Libc.CloseOnExec) != 0)
        {
            throw new IOException("The machine gives no more pipes.");
        }

        ReadEnd = ends[0];
        writeEnd = ends[1];
        Path = $"/proc/{Environment.ProcessId}/fd/{writeEnd}";
        Link = ProcFile.Link(Path) ?? throw new CannotSeeException(Path);
    }

    public int ReadEnd { get; }

    /// <summary>Where the write end can be opened until <see cref="CloseWriteEnd"/>.</summary>
    public string Path { get; }

    /// <summary>What <c>/proc/[pid]/fd/1</c> of a process reads that writes to this pipe.</summary>
    public string Link { get; }

    public long TotalBytes { get; private set; }

    public bool IsAtEnd { get; private set; }

    public void CloseWriteEnd()
    {
        if (writeEnd >= 0)
        {
            Libc.Close(writeEnd);
            writeEnd = -1;
        }
    }

    /// <summary>Takes in what is there, without waiting; of a flood only a part.</summary>
    public bool Read()
    {
        var any = false;
        var buffer = stackalloc byte[16384];
        const int pieces = 16;
        for (var i = 0; i < pieces && !IsAtEnd && IsReadable(0); i++)
        {
            var count = Libc.Read(ReadEnd, buffer, 16384);
            IsAtEnd = count <= 0;
            if (count > 0)
            {
                any = true;
                TotalBytes += count;
                unclaimed.AddRange(new ReadOnlySpan<byte>(buffer, (int)count));
            }
        }

        return any;
    }

    public bool IsReadable(int milliseconds)
    {
        var poll = new Libc.PollFile { File = ReadEnd, Events = Libc.PollIn };
        return Libc.Poll(&poll, 1, milliseconds) == 1;
    }

    /// <summary>Takes these bytes out of what has been read, if they are there. What came before them is stray.</summary>
    public bool Claim(ReadOnlySpan<byte> expected, out string stray)
    {
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(unclaimed);
        var at = all.IndexOf(expected);
        stray = at > 0 ? Encoding.UTF8.GetString(all[..at]) : "";
        if (at >= 0)
        {
            unclaimed.RemoveRange(0, at + expected.Length);
        }

        return at >= 0;
    }

    /// <summary>All that has been read and that nobody has claimed.</summary>
    public string TakeRest()
    {
        var rest = Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(unclaimed));
        unclaimed.Clear();
        return rest;
    }

    public void Dispose()
    {
        CloseWriteEnd();
        Libc.Close(ReadEnd);
    }
}
