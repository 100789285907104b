namespace Grader.Cli;

/// <summary>The file of <c>--out</c>. It is opened before anything is graded, so that a wrong name is noticed at once.</summary>
public sealed class ReportFile : IDisposable
{
    private readonly string path;
    private readonly bool existed;
    private readonly FileStream stream;
    private bool written;

    private ReportFile(string path, bool existed, FileStream stream) => (this.path, this.existed, this.stream) = (path, existed, stream);

    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static ReportFile Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"--out wants a file, but {path} is a folder.");
        }

        var existed = File.Exists(path);
        return new ReportFile(path, existed, Guarded(path, () => new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read)));
    }

    /// <exception cref="UsageException">The file cannot be written.</exception>
    public void Write(string text) => Guarded(path, () =>
    {
        if (stream.CanSeek)
        {
            stream.SetLength(0);
        }

        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        stream.Flush();
        return written = true;
    });

    public void Dispose()
    {
        stream.Dispose();
        if (!existed && !written)
        {
            File.Delete(path);
        }
    }

    private static T Guarded<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--out {path} cannot be written: {trouble.Message}");
        }
    }
}
