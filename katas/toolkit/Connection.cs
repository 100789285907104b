using System.IO.Pipes;

namespace Katas.Toolkit;

/// <summary>
/// A worker's side: its line to main.
/// <code>
/// using var main = Connection.ToMain();
/// string item = main.Ask("get");
/// </code>
/// </summary>
public sealed class Connection : IDisposable
{
    private readonly BinaryReader answers;
    private readonly BinaryWriter requests;

    private Connection(Stream answers, Stream requests)
    {
        // A BinaryWriter puts the length before each text: any text arrives as it was, line breaks and all.
        this.answers = new BinaryReader(answers);
        this.requests = new BinaryWriter(requests);
    }

    /// <summary>The line that <see cref="Host.Start"/> has laid. It never waits.</summary>
    /// <exception cref="InvalidOperationException">The process was not started by a <see cref="Host"/>.</exception>
    public static Connection ToMain()
    {
        string[] handles = Environment.GetEnvironmentVariable(Host.Variable)?.Split(' ')
            ?? throw new InvalidOperationException("This process was not started by a Host: there is no line to main.");
        return new Connection(
            new AnonymousPipeClientStream(PipeDirection.In, handles[0]),
            new AnonymousPipeClientStream(PipeDirection.Out, handles[1]));
    }

    /// <summary>Sends a request and waits, as long as it takes, for main's answer. One request at a time.</summary>
    /// <exception cref="IOException">Main is gone (also its subclass <see cref="EndOfStreamException"/>).</exception>
    public string Ask(string request)
    {
        lock (requests)
        {
            requests.Write(request);
            return answers.ReadString();
        }
    }

    public void Dispose()
    {
        requests.Dispose();
        answers.Dispose();
    }
}
