using Grader.Launch.Linux;

namespace Grader.Launch.Keeping;

/// <summary>Limits the processors of the calling thread for a while; what it starts meanwhile inherits the limit (sched_setaffinity(2)).</summary>
internal sealed unsafe class Affinity : IDisposable
{
    private const int MaskSize = 1024;
    private readonly byte[] before = new byte[MaskSize];
    private readonly bool limited;

    /// <param name="processors">How many of the processors that the thread may use now; 0 changes nothing.</param>
    public Affinity(int processors)
    {
        limited = processors > 0;
        if (!limited)
        {
            return;
        }

        fixed (byte* mask = before)
        {
            Libc.GetAffinity(0, MaskSize, mask);
        }

        var chosen = new byte[MaskSize];
        for (var bit = 0; bit < MaskSize * 8 && processors > 0; bit++)
        {
            if ((before[bit / 8] & (1 << (bit % 8))) != 0)
            {
                chosen[bit / 8] |= (byte)(1 << (bit % 8));
                processors--;
            }
        }

        Set(chosen);
    }

    public void Dispose()
    {
        if (limited)
        {
            Set(before);
        }
    }

    private static void Set(byte[] mask)
    {
        fixed (byte* start = mask)
        {
            Libc.SetAffinity(0, MaskSize, start);
        }
    }
}
