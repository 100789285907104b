namespace Grader.Launch.Linux;

/// <summary>What a traced thread has stopped for, or that it is over.</summary>
/// <param name="Status">The status word of wait(2); 0 when there is nobody to be waited for.</param>
internal readonly record struct TraceStop(int Status)
{
    private const int Stopped = 0x7f;
    private const int Trap = 5;
    private const int MarkOfCall = 0x80;
    private const int NewThread = 3;
    private const int EventStop = 128;

    public bool IsOver => (Status & 0xff) != Stopped;

    /// <summary>It is at the beginning or the end of a system call.</summary>
    public bool IsAtCall => Number == (Trap | MarkOfCall);

    /// <summary>It has started a thread, and is in the middle of that call.</summary>
    public bool HasStartedThread => Kind == NewThread;

    /// <summary>It was told to, or has just been started.</summary>
    public bool IsAsked => Kind == EventStop;

    /// <summary>A signal that has come to it: it is not lost when it is handed on. 0 when it has stopped for something else.</summary>
    public int Signal => IsAtCall || HasStartedThread || IsAsked ? 0 : Number;

    private int Number => (Status >> 8) & 0xff;

    private int Kind => Status >> 16;
}
