using Grader.Contract;
using Grader.Launch;

namespace Grader.Why.Show;

/// <summary>How things are called in reports.</summary>
internal static class Words
{
    /// <summary><c>main</c>, <c>`square`</c>, <c>main of the second run</c>.</summary>
    public static string Name(string role) => role switch
    {
        Who.Main => Who.Main,
        _ when Who.BelongsToOther(role) => $"{Name(role[Who.OtherPrefix.Length..])} of the second run",
        _ => $"`{Visible.Text(role)}`",
    };

    public static string Names(IEnumerable<string> roles) => List([.. roles.Select(Name)]);

    /// <summary><c>a, b and c</c>; many are cut.</summary>
    public static string List(IReadOnlyList<string> words, int atMost = 4) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ when words.Count > atMost => $"{string.Join(", ", words.Take(atMost))} and {words.Count - atMost} more",
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

    /// <summary>What somebody did: <c>`cube` started</c>.</summary>
    public static string Did(Happening what) => what.Moment switch
    {
        Moment.Start => $"{Name(what.Role)} started",
        Moment.Line => $"{Name(what.Role)} printed {Visible.Quoted(what.Text, 40)}",
        Moment.Exit => $"{Name(what.Role)} came to its exit",
        _ => $"{Name(what.Role)} ended",
    };

    /// <summary>Where somebody is held: <c>at its exit</c>.</summary>
    public static string At(Happening gate) => gate.Moment switch
    {
        Moment.Start => "at its start",
        Moment.Line => $"at {Visible.Quoted(gate.Text, 40)}",
        _ => "at its exit",
    };

    public static string How(ExitStatus status) => status switch
    {
        { Code: { } code } => $"with exit code {code}",
        { Signal: 6 } => "by an uncaught exception (SIGABRT)",
        { Signal: 9 } => "by SIGKILL",
        { Signal: 11 } => "by a segmentation fault (SIGSEGV)",
        { Signal: 15 } => "by SIGTERM",
        { Signal: { } signal } => $"by signal {signal}",
        _ => "in a way that could not be seen",
    };

    public static string Capital(string sentence) => sentence.Length == 0 ? "" : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
