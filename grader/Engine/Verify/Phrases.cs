using System.Text.RegularExpressions;
using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>How facts are said in messages.</summary>
internal static partial class Phrases
{
    /// <summary>A line with <c>#</c> in the place of each number: the same words with another number are equal.</summary>
    public static string WithoutNumbers(string line) => Number().Replace(line, "#");

    public static string Say(Happening happening) => happening.Moment switch
    {
        Moment.Start => $"{happening.Role} started",
        Moment.Line => $"{happening.Role} came to print `{happening.Text}`",
        Moment.Exit => $"{happening.Role} was about to exit",
        _ => $"{happening.Role} had ended",
    };

    /// <summary>What did not happen: "D did not start".</summary>
    public static string DidNot(Point point) => point.Moment switch
    {
        Moment.Start => $"{point.Who} did not start",
        Moment.Line => $"{point.Who} did not come to print {point.Wording}",
        Moment.Exit => $"{point.Who} did not leave",
        _ => $"{point.Who} did not end",
    };

    /// <summary>What was not yet over: "C had ended".</summary>
    public static string Over(Point point) => point.Moment switch
    {
        Moment.Start => $"{point.Who} had begun",
        Moment.Line => $"{point.Who} had printed {point.Wording}",
        Moment.Exit => $"{point.Who} had left",
        _ => $"{point.Who} had ended",
    };

    /// <summary>" while A and B were held at their start and C was held at `put 1`", before event number <paramref name="number"/>; empty when nobody was held.</summary>
    /// <param name="trace">The run.</param>
    /// <param name="number">The event in question.</param>
    /// <param name="except">The index of the actor that is spoken of.</param>
    public static string WhileHeld(RunTrace trace, int number, int except = -1)
    {
        var held = trace.HeldBefore(number).Where(visit => visit.Actor.Index != except)
            .OrderBy(visit => visit.Actor.Role, RoleOrder.Instance)
            .GroupBy(visit => Where(visit.What))
            .Select(group => group.Select(visit => visit.Actor.Role).ToList() is { Count: > 1 } roles
                ? $"{List(roles)} were held {group.Key.Replace("its", "their", StringComparison.Ordinal)}"
                : $"{group.First().Actor.Role} was held {group.Key}")
            .ToList();
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

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Number();
}
