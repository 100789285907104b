namespace Grader.Probe;

/// <summary>File descriptor 1. Like <c>Console</c>, it is silent about a reader that is gone.</summary>
internal static unsafe class Output
{
    public static void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (nint written = 0; written < bytes.Length;)
            {
                var count = Libc.Write(1, start + written, bytes.Length - written);
                if (count < 0 && System.Runtime.InteropServices.Marshal.GetLastSystemError() != Libc.Interrupted)
                {
                    return;
                }

                written += Math.Max(count, 0);
            }
        }
    }
}
