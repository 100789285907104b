using System.CommandLine;

namespace Grader.Cli;

/// <summary><c>busy</c>: keeps one processor busy until its standard input ends. <see cref="RepeatVerb"/> starts it, and it ends with it, whatever happens.</summary>
public static class BusyVerb
{
    public static Command Command()
    {
        var command = new Command("busy", "Keeps a processor busy until standard input ends.") { Hidden = true };
        command.SetAction(_ =>
        {
            var over = false;
            new Thread(() =>
            {
                Console.OpenStandardInput().CopyTo(Stream.Null);
                Volatile.Write(ref over, true);
            }).Start();
            while (!Volatile.Read(ref over))
            {
                Thread.SpinWait(10_000);
            }

            return 0;
        });
        return command;
    }
}
