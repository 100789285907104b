namespace Grader.Launch.Linux;

/// <summary>poll(2).</summary>
internal static unsafe class Poll
{
    /// <summary>Waits until one of the descriptors can be read or is at its end; false when the time is over (0: looks only, -1: no limit).</summary>
    public static bool Any(IReadOnlyList<int> files, int milliseconds)
    {
        var polls = new Libc.PollFile[files.Count];
        for (var i = 0; i < polls.Length; i++)
        {
            polls[i] = new Libc.PollFile { File = files[i], Events = Libc.PollIn };
        }

        fixed (Libc.PollFile* start = polls)
        {
            return Libc.Poll(start, (nuint)polls.Length, milliseconds) > 0;
        }
    }

    /// <summary>
    /// The time between two looks at something that the kernel announces to nobody. How long it is decides nothing: it is never evidence, and the looks are
    /// counted by who takes them.
    /// </summary>
    public static void BetweenLooks(int milliseconds) => Any([], milliseconds);
}
