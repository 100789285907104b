using System.Text.RegularExpressions;
using Grader.Launch.Stacks;

namespace Grader.Why.Causes;

/// <summary>What .NET writes to standard error when a process dies of an exception.</summary>
/// <param name="Type">The exception's type.</param>
/// <param name="Message">Its message.</param>
/// <param name="Place">The first line of the learner's own code in its stack; null when there is none.</param>
internal sealed partial record UnhandledException(string Type, string Message, SourcePlace? Place)
{
    /// <param name="standardError">Of all processes of a run.</param>
    /// <param name="demanded">So many of the exceptions are asked for, and came before the one that is not.</param>
    public static UnhandledException? Parse(string standardError, int demanded)
    {
        // The first one that names a line: the others are usually its consequences in other processes.
        var all = Head().Matches(standardError).ToList();
        all.RemoveRange(0, Math.Clamp(all.Count - 1, 0, demanded));
        var parsed = all.Select((head, i) => From(head, standardError[head.Index..(i + 1 < all.Count ? all[i + 1].Index : standardError.Length)])).ToList();
        return parsed.FirstOrDefault(exception => exception.Place is not null) ?? parsed.FirstOrDefault();
    }

    private static UnhandledException From(Match head, string text)
    {
        var frame = Frame().Matches(text).FirstOrDefault(match => !match.Groups["file"].Value.StartsWith('/'));
        return new UnhandledException(head.Groups["type"].Value, head.Groups["message"].Value.Trim(),
            frame is null ? null : new SourcePlace(frame.Groups["file"].Value, int.Parse(frame.Groups["line"].Value)));
    }

    [GeneratedRegex(@"Unhandled exception\. (?<type>[\w.+`]+)(\s\(0x[0-9A-Fa-f]+\))?(: (?<message>[^\n]*))?")]
    private static partial Regex Head();

    [GeneratedRegex(@"^ +at .* in (?<file>[^\n]+):line (?<line>\d{1,7})\s*$", RegexOptions.Multiline)]
    private static partial Regex Frame();
}
