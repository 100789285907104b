using Grader.Contract;
using Grader.Launch;

namespace Grader.Verify;

/// <summary>How facts are said in messages.</summary>
internal static class Phrases
{
    public static string Say(Happening happening) => happening.Moment switch
    {
        Moment.Start => $"{happening.Role} started",
        Moment.Line => $"{happening.Role} came to print `{happening.Text}`",
        Moment.Exit => $"{happening.Role} was about to exit",
        _ => $"{happening.Role} had ended",
    };

    /// <summary>"while A was held before its start and B at `put 1`"; empty when nobody was held.</summary>
    public static string WhileHeld(Signal.Settled? settled, int except = -1)
    {
        var held = settled is null ? [] : settled.Standings.Where(standing => standing.HeldAt is not null && standing.Actor.Index != except)
            .Select(standing => $"{standing.Actor.Role} was held {Where(standing.HeldAt!)}").ToList();
        return held.Count == 0 ? "" : " while " + List(held);
    }

    public static string Where(Happening gate) => gate.Moment switch
    {
        Moment.Start => "at its start",
        Moment.Line => $"at `{gate.Text}`",
        _ => "at its exit",
    };

    public static string List(IReadOnlyList<string> words, int atMost = 4) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ when words.Count > atMost => string.Join(", ", words.Take(atMost)) + $" and {words.Count - atMost} more",
        _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1],
    };

    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };

    public static string Say(ExitStatus status) => status switch
    {
        { Code: { } code } => $"with exit code {code}",
        { Signal: 6 } => "by an uncaught exception (SIGABRT)",
        { Signal: 9 } => "by SIGKILL",
        { Signal: 11 } => "by a segmentation fault (SIGSEGV)",
        { Signal: 15 } => "by SIGTERM",
        { Signal: { } signal } => $"by signal {signal}",
        _ => "in a way that the machine did not let the grader see",
    };
}
