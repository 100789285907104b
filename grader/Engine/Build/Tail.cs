namespace Grader.Build;

/// <summary>Reads a stream to its end on a thread of its own, so that nobody blocks on it, and keeps its last words.</summary>
internal sealed class Tail
{
    private const int Kept = 2000;
    private readonly Lock gate = new();
    private readonly Thread thread;
    private string text = "";

    public Tail(TextReader reader)
    {
        thread = new Thread(() => Drain(reader)) { IsBackground = true, Name = "Tail" };
        thread.Start();
    }

    public string Text
    {
        get
        {
            lock (gate)
            {
                return text;
            }
        }
    }

    /// <summary>Waits for the end of the stream.</summary>
    public void Join() => thread.Join();

    private void Drain(TextReader reader)
    {
        var buffer = new char[4096];
        try
        {
            for (int read; (read = reader.Read(buffer)) > 0;)
            {
                lock (gate)
                {
                    text = text.Length + read <= Kept ? text + new string(buffer, 0, read) : (text + new string(buffer, 0, read))[^Kept..];
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The same as its end.
        }
    }
}
