namespace Grader.Launch;

/// <summary>
/// The processor time of a run that counts. To touch a page that nobody has had before takes as long as the machine makes it, on a virtual one hundreds of times
/// longer than usual: whoever takes more and more memory is for the limit of memory, and has the time for it.
/// </summary>
internal sealed class CountedTime
{
    // What a new megabyte may cost: at 4 KiB a page, 40 microseconds for each. All that the limit of memory allows cost ten seconds then, at most.
    private const double SecondsPerMegabyte = 0.010;
    private const double BytesPerMegabyte = 1 << 20;

    private double seconds;
    private long mostBytes;
    private double free;

    /// <param name="seconds">Processor time so far.</param>
    /// <param name="bytes">Memory taken now.</param>
    /// <returns>In seconds: what counts of it.</returns>
    public double Add(double seconds, long bytes)
    {
        var growth = Math.Max(0, bytes - mostBytes) / BytesPerMegabyte;
        free += Math.Clamp(seconds - this.seconds, 0, growth * SecondsPerMegabyte);
        (this.seconds, mostBytes) = (Math.Max(seconds, this.seconds), Math.Max(bytes, mostBytes));
        return seconds - free;
    }
}
