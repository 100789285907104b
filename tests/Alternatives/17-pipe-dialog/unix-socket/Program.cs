using System.Diagnostics;
using System.Net.Sockets;

// One duplex channel: a Unix socket. Main closes its direction (Shutdown) to say that this was all. A length goes before each word.
if (args is ["--worker", "upper", var path])
{
    using var main = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    main.Connect(new UnixDomainSocketEndPoint(path));
    using var stream = new NetworkStream(main);
    using var questions = new BinaryReader(stream);
    using var answers = new BinaryWriter(stream);
    while (Read(questions) is { } word)
    {
        answers.Write(word.ToUpperInvariant());
    }

    Console.WriteLine("bye");
    return 0;
}

bool isLong = args is ["--long", _];
string[] words = isLong ? [new string('x', int.Parse(args[1]))] : args;
DirectoryInfo folder = Directory.CreateTempSubdirectory("d");
try
{
    string address = Path.Combine(folder.FullName, "s");
    using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    listener.Bind(new UnixDomainSocketEndPoint(address));
    listener.Listen();
    using Process upper = Process.Start(Environment.ProcessPath!, ["--worker", "upper", address]);

    // If it dies before it has connected, there is nobody to accept: closing the listener ends the wait.
    upper.EnableRaisingEvents = true;
    upper.Exited += (_, _) => listener.Dispose();
    bool answered = Talk(listener, words, isLong);
    upper.WaitForExit();
    bool well = answered && upper.ExitCode == 0;
    Console.WriteLine(well ? "closed" : "worker is gone");
    return well ? 0 : 1;
}
finally
{
    folder.Delete(recursive: true);
}

static bool Talk(Socket listener, string[] words, bool isLong)
{
    try
    {
        using Socket worker = listener.Accept();
        using var stream = new NetworkStream(worker);
        using var questions = new BinaryWriter(stream);
        using var answers = new BinaryReader(stream);
        foreach (string word in words)
        {
            questions.Write(word);
            string answer = answers.ReadString();
            Console.WriteLine(isLong ? $"{answer.Length} letters back" : answer);
        }

        worker.Shutdown(SocketShutdown.Send);
        return true;
    }
    catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
    {
        return false;
    }
}

static string? Read(BinaryReader reader)
{
    try
    {
        return reader.ReadString();
    }
    catch (EndOfStreamException)
    {
        return null;
    }
}
