using System.Buffers.Binary;

namespace Grader.Probe;

/// <summary>The three gates at which this process waits for the grader: its start, each of its lines, its exit.</summary>
internal static class Gates
{
    /// <summary>Holds the process at its start; then, with the grader's leave, puts the line gate and the exit gate in place.</summary>
    public static void Install()
    {
        if (AppContext.GetData(Wire.SocketKey) is not string path)
        {
            return;
        }

        var lines = Channel.Open(path);
        var exit = Channel.Open(path);
        exit.Say(Wire.HelloExit, [Wire.Version]);
        var answer = lines.Ask(Wire.HelloLines, [Wire.Version]);
        var output = answer == Wire.GoUngated ? null : new LineGate(lines, withCallSites: answer == Wire.GoWithCallSites);
        if (output is not null)
        {
            Console.SetOut(output);
            output.Outer = Console.Out;
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            output?.SayRest();
            Span<byte> code = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(code, Environment.ExitCode);
            exit.Ask(Wire.Exit, code);
        };
    }
}
