using System.IO.Pipes;

namespace Dummy.Verbs;

/// <summary>
/// A child whose threads write to each other again and again. It prints its process id. A child, because .NET asks after the processes that it
/// has started itself, and would take their stops from whoever traces them.
/// </summary>
internal static class MakeCalls
{
    private const int Pairs = 2;

    public static int Run()
    {
        using var child = Self.Start("make-calls-here");
        child.WaitForExit();
        return 0;
    }

    public static int RunHere()
    {
        for (var i = 0; i < Pairs; i++)
        {
            var pipe = new AnonymousPipeServerStream(PipeDirection.In);
            var end = new AnonymousPipeClientStream(PipeDirection.Out, pipe.ClientSafePipeHandle);
            new Thread(() => Read(pipe)) { IsBackground = true }.Start();
            new Thread(() => Write(end)) { IsBackground = true }.Start();
        }

        Console.WriteLine(Environment.ProcessId);
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private static void Read(AnonymousPipeServerStream pipe)
    {
        while (pipe.ReadByte() >= 0)
        {
        }
    }

    private static void Write(PipeStream pipe)
    {
        while (true)
        {
            pipe.WriteByte(0);
        }
    }
}
