namespace Grader;

/// <summary>The words between the probe and the grader, compiled into both sides. All numbers are little endian.</summary>
internal static class Wire
{
    /// <summary>Raised with every change of a message.</summary>
    public const byte Version = 2;

    /// <summary>The key in <c>runtimeconfig.json</c> (configProperties) that holds the path of the grader's socket.</summary>
    public const string SocketKey = "Grader.Socket";

    /// <summary>A message begins with its kind (1 byte) and the length of what follows (4 bytes).</summary>
    public const int HeaderLength = 5;

    /// <summary>The longest body of a message, in bytes. A longer line is cut, and says so.</summary>
    public const int LongestBody = 64 * 1024;

    /// <summary>So many characters without a line end are said as they are (as <see cref="Rest"/>): nobody has to keep an endless line in memory.</summary>
    public const int LongestLine = 1024 * 1024;

    /// <summary>Body: version (1 byte). The start gate. First word on the connection for starts and lines.</summary>
    public const byte HelloLines = 1;

    /// <summary>Body: version (1 byte). First word on the connection for the exit.</summary>
    public const byte HelloExit = 2;

    /// <summary>Body: method token (4) and IL offset (4), or zeroes; the line in UTF-8. The line gate.</summary>
    public const byte Line = 3;

    /// <summary>Body: exit code (4). The exit gate.</summary>
    public const byte Exit = 4;

    /// <summary>Body: as <see cref="Line"/>. Text without a line end, said when the process leaves.</summary>
    public const byte Rest = 5;

    /// <summary>The grader's leave, one byte: go on, and print through the gate from here on.</summary>
    public const byte Go = 0x47;

    /// <summary>The answer to a hello, one byte: as <see cref="Go"/>, and say of each line where it comes from (the first costs some 20 ms).</summary>
    public const byte GoWithCallSites = 0x53;

    /// <summary>The answer to a hello, one byte: go on; this process's output is a message and is not gated.</summary>
    public const byte GoUngated = 0x55;
}
