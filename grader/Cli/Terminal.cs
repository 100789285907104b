using Grader.Write;

namespace Grader.Cli;

/// <summary>What the other end of standard output and standard error can show.</summary>
public static class Terminal
{
    /// <summary>Colours only on a terminal, and never against <c>NO_COLOR</c>.</summary>
    public static Ink Ink { get; } =
        !Console.IsOutputRedirected && !IsDumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? Ink.Ansi : Ink.None;

    /// <summary>A line can be written over again.</summary>
    public static bool IsLive { get; } = !Console.IsErrorRedirected && !IsDumb;

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
}
